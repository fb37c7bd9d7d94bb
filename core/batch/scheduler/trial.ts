/** A query that is tried, from its first attempt to its outcome. */
export interface Trial {
  readonly index: number;
  /** How often it was tried, refusals with 429 left out. */
  attempts: number;
  /** How often it was refused with 429. */
  refusals: number;
  latencyMs: number;
  /** US dollars; null when that is unknown. */
  costUsd: number | null;
  /** What its last attempt failed with. */
  error: Error | undefined;
}

export function newTrial(index: number, costUsd: number | null): Trial {
  return { index, attempts: 0, refusals: 0, latencyMs: 0, costUsd, error: undefined };
}
