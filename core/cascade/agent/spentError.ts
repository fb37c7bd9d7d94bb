import { sumOf, toNanoDollars } from '../engine/bill';
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

/** Those that have to be paid for. Who brought no answer bills nothing: it has no tokens. */
export function billedOf(attempts: readonly MadeAttempt[]): readonly MadeAttempt[] {
  return attempts.filter(({ inputTokens }) => inputTokens !== null);
}

/** US dollars for the attempts; null when a price is unknown. */
export function costOfAttempts(attempts: readonly MadeAttempt[]): number | null {
  return sumOf(billedOf(attempts).map(({ costUsd }) => costUsd));
}

/** US dollars for the attempts, as far as prices are known. */
export function knownCostOf(attempts: readonly MadeAttempt[]): number {
  return toNanoDollars(attempts.reduce((sum, { costUsd }) => sum + (costUsd ?? 0), 0));
}
