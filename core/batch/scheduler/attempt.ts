import type { RateQuota } from '../../http/rateQuota';
import type { WorkContext } from '../batchConfig';
import type { Passage } from '../gates/callGate';
import type { Trial } from './trial';

/** A query under way. */
export interface Attempt {
  readonly trial: Trial;
  readonly passage: Passage;
  readonly startedAt: number;
  readonly giveUp: AbortController;
  latencyMs: number;
  /** What the provider said last. */
  quota: RateQuota | undefined;
}

export function newAttempt(trial: Trial, passage: Passage, startedAt: number): Attempt {
  return { trial, passage, startedAt, giveUp: new AbortController(), latencyMs: 0, quota: undefined };
}

export function contextOf(attempt: Attempt): WorkContext {
  return {
    signal: attempt.giveUp.signal,
    attempt: attempt.trial.attempts,
    observe: (quota) => {
      attempt.quota = quota;
    },
  };
}

/** What work comes to. Work that throws before it gives a promise is like any other that fails. */
export function attemptOf<Value>(work: () => Promise<Value>): Promise<Value> {
  return new Promise((resolve) => {
    resolve(work());
  });
}
