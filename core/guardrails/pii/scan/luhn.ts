const ZERO = 48;

/** ISO/IEC 7812-1, annex B. Written out because it is asked of every run of digits: `digits` has only 0-9. */
export function isLuhn(digits: string): boolean {
  let sum = 0;
  let doubles = false;
  for (let position = digits.length - 1; position >= 0; position -= 1) {
    const digit = digits.charCodeAt(position) - ZERO;
    const weighed = doubles ? digit * 2 : digit;
    sum += weighed > 9 ? weighed - 9 : weighed;
    doubles = !doubles;
  }
  return sum % 10 === 0;
}
