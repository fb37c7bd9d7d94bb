import type { Clock } from '../../time/clock';
import type { TimeLimit } from '../../time/withTimeLimit';
import type { Learning } from '../learning/learning';
import type { QueryRoute } from '../routing/routeQuery';
import type { ReadSettings } from '../settings';
import type { CircuitBreakers } from './breakers/circuitBreakers';
import type { Budget } from './budget';
import type { CascadeStep } from './cascadeModel';
import type { CascadeRequest } from './cascadeRequest';
import type { Ledger } from './ledger';
import type { Prompt } from './prompt';
import type { Stopwatch } from './stopwatch';
import type { Trace } from './trace';

export interface Directness {
  readonly because: string;
  /** Whether no drafter may answer even when the verifier fails. */
  readonly isStrict: boolean;
}

/** All that the parts of the engine share while one request takes its course. */
export interface Course {
  readonly request: CascadeRequest;
  /** What drafts are held against. */
  readonly query: string;
  readonly prompt: Prompt;
  readonly route: QueryRoute;
  /** 0..1 */
  readonly threshold: number;
  /** 0..1: how likely the first drafter's draft is good enough, as far as that can be foreseen. */
  readonly expected: number;
  /** Why the drafts are skipped; undefined when they are not. */
  readonly direct: Directness | undefined;
  /** The candidates for this query, cheapest first: drafters, then the verifier. */
  readonly steps: readonly CascadeStep[];
  readonly verifier: CascadeStep;
  readonly settings: ReadSettings;
  /** Aborts when nobody wants an answer any more, or not from this course. */
  readonly signal: AbortSignal | undefined;
  readonly clock: Clock;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly breakers: CircuitBreakers;
  readonly learning: Learning | undefined;
  /** Of the run that the turn belongs to. */
  readonly watch: Stopwatch;
  /** When the turn began, and when it has to be over: in ms by the watch. */
  readonly beganMs: number;
  readonly endsMs: number;
  readonly budget: Budget;
  readonly ledger: Ledger;
  readonly trace: Trace;
}

/** Milliseconds. */
export function timeLeft({ watch, endsMs }: Course): number {
  return endsMs - watch.elapsedMs;
}

/** The time that is left, as a limit for other work than calls of models. */
export function restOf(course: Course): Omit<TimeLimit, 'late'> {
  const { clock, signal } = course;
  return { clock, signal, timeoutMs: Math.max(1, timeLeft(course)) };
}
