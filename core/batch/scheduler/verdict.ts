import { asError } from '../../errors/asError';
import type { RetryRules } from '../readConfig';

/** What is to be made of an attempt that threw. */
export interface Verdict {
  /** `refused`: it was one too many, wait. `passing`: try again. `final`: the query has failed. */
  readonly kind: 'refused' | 'passing' | 'final';
  readonly error: Error;
  /** What the provider asks for. */
  readonly retryAfterMs: number | undefined;
  /** US dollars that it cost all the same. */
  readonly costUsd: number;
}

const TOO_MANY = 429;
/** Request Timeout, Too Early: RFC 9110 and 8470 say that the same request may be repeated. */
const MAY_BE_REPEATED: ReadonlySet<number> = new Set([408, 425]);

export function verdictOn(thrown: unknown): Verdict {
  const status = numberAt(thrown, 'status');
  const retryAfterMs = numberAt(thrown, 'retryAfterMs');
  return {
    kind: kindOf(status),
    error: asError(thrown),
    retryAfterMs: retryAfterMs === undefined ? undefined : Math.max(0, retryAfterMs),
    costUsd: Math.max(0, numberAt(thrown, 'costUsd') ?? 0),
  };
}

function kindOf(status: number | undefined): Verdict['kind'] {
  if (status === TOO_MANY) return 'refused';
  return status === undefined || status >= 500 || MAY_BE_REPEATED.has(status) ? 'passing' : 'final';
}

function numberAt(thrown: unknown, name: string): number | undefined {
  if (typeof thrown !== 'object' || thrown === null) return undefined;
  const value: unknown = Reflect.get(thrown, name);
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/**
 * Milliseconds until the next attempt where the provider does not say: a bound that doubles with each, less up to half of
 * it, so that those who failed together do not come back together.
 *
 * @param failures how many there were, 1 for the first
 * @param random from 0 to 1
 */
export function backOffMs(
  failures: number,
  { baseDelayMs, maxDelayMs }: RetryRules,
  random: () => number,
): number {
  return Math.min(maxDelayMs, baseDelayMs * 2 ** (failures - 1)) * (1 - random() / 2);
}
