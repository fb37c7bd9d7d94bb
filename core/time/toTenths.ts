/** Milliseconds as they are told: a tenth is as exact as anybody wants to know. */
export function toTenths(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}
