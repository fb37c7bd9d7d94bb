const MICROS_A_DOLLAR = 1_000_000;

/** A request of a trace. */
export interface Arrival {
  /** Epoch ms. */
  readonly at: number;
  /** What it costs, in whole millionths of a US dollar. */
  readonly microUsd: number;
}

export function costUsdOf({ microUsd }: Arrival): number {
  return microUsd / MICROS_A_DOLLAR;
}
