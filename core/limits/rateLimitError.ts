import { CascadeError } from '../errors/cascadeError';
import type { LimitType, Refusal } from '../stores/limitStore';

const REACHED: Readonly<Record<LimitType, string>> = {
  hourly: 'The limit of requests per hour is reached',
  daily: 'The limit of requests per day is reached',
  budget: 'The daily budget is used up',
  concurrent: 'The limit of requests at the same time is reached',
};

/** A request was refused because a limit of its user is reached. */
export class RateLimitError extends CascadeError {
  readonly limitType: LimitType;
  /** After so many ms the same request is let in, if nobody else takes the room; null = never. */
  readonly retryAfterMs: number | null;
  /** The same in whole seconds, rounded up, as HTTP's Retry-After wants it. */
  readonly retryAfterSeconds: number | null;

  constructor({ limitType, retryAfterMs }: Refusal) {
    const retryAfterSeconds = secondsOf(retryAfterMs);
    super(REACHED[limitType], { code: 'RATE_LIMITED', hint: hintFor(retryAfterSeconds) });
    this.limitType = limitType;
    this.retryAfterMs = retryAfterMs;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Whole seconds, never too short. */
export function secondsOf(ms: number | null): number | null {
  return ms === null ? null : Math.ceil(ms / 1000);
}

function hintFor(seconds: number | null): string {
  return seconds === null
    ? 'No waiting helps: it is more than the limit ever allows.'
    : `Try again in ${String(seconds)} s.`;
}
