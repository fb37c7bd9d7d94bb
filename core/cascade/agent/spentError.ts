import { sumOf } from '../engine/bill';
import type { MadeAttempt } from '../engine/report';

/** An error that came after money was spent, and tells how much. */
export interface SpentError extends Error {
  /** All calls of models that were made until then, in order. */
  readonly attempts: readonly MadeAttempt[];
  /** US dollars for them; null when a price is unknown. */
  readonly costUsd: number | null;
}

/** Told by its fields rather than by its class, which every loaded copy of this package has one of. */
export function isSpentError(error: unknown): error is SpentError {
  return error instanceof Error && 'attempts' in error && Array.isArray(error.attempts) && 'costUsd' in error;
}

/** US dollars for the attempts; null when a price is unknown. Who brought no answer bills nothing: it has no tokens. */
export function costOfAttempts(attempts: readonly MadeAttempt[]): number | null {
  return sumOf(attempts.filter(({ inputTokens }) => inputTokens !== null).map(({ costUsd }) => costUsd));
}
