/** A printed number without its blanks, dashes and dots. */
export function compact(printed: string): string {
  return printed.replace(/[ .-]/g, '');
}

/** Whether it was printed in groups, as on the document itself. */
export function isGrouped(printed: string): boolean {
  return /[ .-]/.test(printed);
}

/** The sum of the digits, each times the weight at its place; digits behind the last weight count nothing. */
export function weightedSum(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, place) => sum + weight * Number(digits.charAt(place)), 0);
}

/** `1111111111` meets many a checksum, and is nobody's number. */
export function isOneDigitRepeated(digits: string): boolean {
  return /^(\d)\1*$/.test(digits);
}
