/** The product of two elements of the dihedral group of order ten: five turns, then five flips. */
function product(one: number, other: number): number {
  const turns = one < 5 ? one + other : one - other;
  const isFlip = one < 5 !== other < 5;
  return (((turns % 5) + 5) % 5) + (isFlip ? 5 : 0);
}

const PERMUTATION = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

/** What a digit is read as at each of eight places: the permutation, applied once more at each. */
const READINGS = Array.from({ length: 8 }, (_, times) =>
  PERMUTATION.map((_, digit) => permuted(digit, times)),
);

function permuted(digit: number, times: number): number {
  return times === 0 ? digit : permuted(PERMUTATION[digit] ?? 0, times - 1);
}

/**
 * Verhoeff's checksum, the last digit being the check digit (J. Verhoeff, Error Detecting Decimal Codes, 1969).
 *
 * @param digits `0` to `9` only
 */
export function isVerhoeff(digits: string): boolean {
  let check = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits.charAt(digits.length - 1 - place));
    check = product(check, READINGS[place % 8]?.[digit] ?? 0);
  }
  return digits !== '' && check === 0;
}
