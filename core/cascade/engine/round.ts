/** To so many decimals. */
export function round(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.round(value * scale) / scale;
}

/** Milliseconds as they are told: a tenth is as exact as anybody wants to know. */
export function toTenths(milliseconds: number): number {
  return round(milliseconds, 1);
}
