/** The check digit of EAN and GTIN numbers (GS1 General Specifications, 7.9): `digits` has only 0-9. */
export function isGtin(digits: string): boolean {
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return sum % 10 === 0;
}
