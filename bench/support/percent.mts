/** A share as text, with one decimal; a dash for the share of nothing. */
export function percent(share: number): string {
  return Number.isNaN(share) ? '-' : `${(share * 100).toFixed(1)} %`;
}
