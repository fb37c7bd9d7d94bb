import { CascadeError } from '../../errors/cascadeError';
import type { Clock } from '../../time/clock';
import { Alarm } from '../alarm';
import type { BatchConfig, Work } from '../batchConfig';
import type { StopReason } from '../batchResult';
import type { CallEnd, Passage } from '../gates/callGate';
import type { BatchRules } from '../readConfig';
import { attemptOf, contextOf, newAttempt, type Attempt } from './attempt';
import type { Governor } from './governor';
import type { Outcomes } from './outcomes';
import { Patience } from './patience';
import type { Spending } from './spending';
import type { Trial } from './trial';
import { Turns } from './turns';
import { verdictOn, type Verdict } from './verdict';

export interface BatchRunParts<Query, Value> {
  readonly queries: readonly Query[];
  readonly work: Work<Query, Value>;
  readonly rules: BatchRules;
  readonly governor: Governor;
  readonly outcomes: Outcomes<Value>;
  readonly spending: Spending;
  readonly startedAt: number;
  /** Whether nothing is begun while a query waits to be tried again. */
  readonly inOrder: boolean;
  readonly clock: Clock;
  readonly random: () => number;
  readonly costOf: BatchConfig<Query, Value>['costOf'];
}

/** The loop of a batch: starts queries as the governor lets it, tries them again, and stops when it has to. */
export class BatchRun<Query, Value> {
  readonly #parts: BatchRunParts<Query, Value>;
  readonly #turns: Turns;
  readonly #alarm: Alarm;
  readonly #patience: Patience;
  readonly #underWay = new Set<Attempt>();
  readonly #endsAt: number | undefined;
  #leaveLine: (() => void) | undefined;
  #isQueueing = false;
  #stoppedBecause: StopReason | null = null;
  #concurrencyReached = 0;
  #finish: () => void = () => undefined;

  constructor(parts: BatchRunParts<Query, Value>) {
    const { queries, outcomes, clock, rules, inOrder, random, costOf, startedAt } = parts;
    this.#parts = parts;
    this.#turns = new Turns({
      total: queries.length,
      isOpen: (index) => outcomes.isOpen(index),
      inOrder,
      costUsd: costOf ? 0 : null,
    });
    this.#patience = new Patience(rules, random);
    this.#alarm = new Alarm(clock, () => {
      this.#wake();
    });
    this.#endsAt = rules.totalTimeoutMs === undefined ? undefined : startedAt + rules.totalTimeoutMs;
  }

  get stoppedBecause(): StopReason | null {
    return this.#stoppedBecause;
  }

  /** The most queries that were under way at the same time. */
  get concurrencyReached(): number {
    return this.#concurrencyReached;
  }

  /** Begins; resolves when each query has its outcome, and none is under way. */
  untilDone(): Promise<void> {
    return new Promise((resolve) => {
      this.#finish = resolve;
      this.#goOn();
    });
  }

  /** Gives up all that is under way. */
  abort(reason: Error): void {
    this.#stop('aborted');
    this.#giveUpAll(reason);
  }

  /** Whatever has just happened: starts what may be started, and is done when all is done. */
  #goOn(): void {
    this.#queue();
    const isDone = this.#parts.outcomes.open === 0 && this.#underWay.size === 0;
    this.#alarm.set(isDone ? undefined : this.#nextDue());
    if (isDone) this.#finish();
  }

  #queue(): void {
    if (this.#isQueueing) return;
    this.#isQueueing = true;
    while (this.#leaveLine === undefined && this.#mayStart()) this.#queueForOne();
    this.#isQueueing = false;
  }

  /** A passage that is there at once is not used within the governor's own call: a thousand would be a deep stack. */
  #queueForOne(): void {
    let isWaiting = false;
    let atOnce: Passage | undefined;
    const leave = this.#parts.governor.queue((passage) => {
      if (!isWaiting) {
        atOnce = passage;
        return;
      }
      this.#leaveLine = undefined;
      this.#start(passage);
      this.#goOn();
    });
    isWaiting = true;
    if (atOnce) this.#start(atOnce);
    else this.#leaveLine = leave;
  }

  #mayStart(): boolean {
    const { clock, rules, spending } = this.#parts;
    const underWay = this.#underWay.size;
    if (this.#stoppedBecause !== null || underWay >= (rules.maxConcurrency ?? Infinity)) return false;
    if (!this.#turns.isReady(clock.now())) return false;
    if (spending.allowsOneMore(underWay)) return true;
    if (underWay === 0) this.#stop('cost');
    return false;
  }

  #start(passage: Passage): void {
    const { clock, queries, work } = this.#parts;
    const trial = this.#turns.take(clock.now());
    if (!trial) {
      passage.leave({ kind: 'left' });
      return;
    }
    trial.attempts += 1;
    const attempt = newAttempt(trial, passage, clock.now());
    this.#underWay.add(attempt);
    this.#concurrencyReached = Math.max(this.#concurrencyReached, this.#underWay.size);
    // There is one at this index, even where it is undefined.
    const query = queries[trial.index] as Query;
    attemptOf(() => work(query, contextOf(attempt))).then(
      (value) => {
        this.#answered(attempt, value);
      },
      (thrown: unknown) => {
        this.#threw(attempt, verdictOn(thrown));
      },
    );
  }

  #answered(attempt: Attempt, value: Value): void {
    if (!this.#isOver(attempt)) return;
    const { outcomes, spending, costOf } = this.#parts;
    const { trial, latencyMs, quota } = attempt;
    this.#patience.accepted();
    trial.costUsd = sumOf(trial.costUsd, costOf?.(value) ?? null);
    spending.book(trial.costUsd);
    outcomes.done(trial, value);
    this.#leave(attempt, { kind: 'answered', latencyMs, quota });
  }

  #threw(attempt: Attempt, verdict: Verdict): void {
    if (!this.#isOver(attempt)) return;
    const { trial, quota } = attempt;
    trial.error = verdict.error;
    trial.costUsd = sumOf(trial.costUsd, verdict.costUsd);
    if (verdict.kind === 'refused') {
      trial.attempts -= 1;
      trial.refusals += 1;
    }
    this.#goOnWith(trial, verdict);
    this.#leave(attempt, endOf(verdict, quota));
  }

  #goOnWith(trial: Trial, verdict: Verdict): void {
    const { clock, rules } = this.#parts;
    const now = clock.now();
    const step = this.#patience.after(verdict, trial, now);
    if (step.then === 'wait' && this.#stoppedBecause === null) {
      this.#turns.wait(trial, now + step.ms);
      return;
    }
    this.#fail(trial, verdict.error);
    if (step.then === 'stop') this.#stop('provider');
    else if (rules.stopOnError) this.#stop('error');
  }

  #fail(trial: Trial, error: Error): void {
    this.#parts.spending.book(trial.costUsd);
    this.#parts.outcomes.failed(trial, error);
  }

  /** False when it was given up before. */
  #isOver(attempt: Attempt): boolean {
    if (!this.#underWay.delete(attempt)) return false;
    attempt.latencyMs = this.#parts.clock.now() - attempt.startedAt;
    attempt.trial.latencyMs += attempt.latencyMs;
    return true;
  }

  #leave(attempt: Attempt, end: CallEnd): void {
    attempt.passage.leave(end);
    this.#goOn();
  }

  #wake(): void {
    const { clock, rules } = this.#parts;
    const now = clock.now();
    if (this.#endsAt !== undefined && now >= this.#endsAt) {
      this.#stop('time');
      this.#giveUpAll(
        new CascadeError(`The batch was not done within ${String(rules.totalTimeoutMs)} ms`, {
          code: 'BATCH_TIME',
        }),
      );
    } else if (rules.timeoutMs !== undefined) this.#giveUpLate(now, rules.timeoutMs);
    this.#goOn();
  }

  /** All may take equally long, so that those that began first are late first. */
  #giveUpLate(now: number, timeoutMs: number): void {
    for (const attempt of this.#underWay) {
      if (attempt.startedAt + timeoutMs > now) return;
      const error = new CascadeError(`The query took longer than ${String(timeoutMs)} ms`, {
        code: 'BATCH_QUERY_TIME',
      });
      attempt.trial.costUsd = null;
      this.#threw(attempt, verdictOn(error));
      attempt.giveUp.abort(error);
    }
  }

  #stop(reason: StopReason): void {
    if (this.#stoppedBecause !== null) return;
    this.#stoppedBecause = reason;
    this.#leaveLine?.();
    this.#leaveLine = undefined;
    const { outcomes } = this.#parts;
    const waiting = this.#turns.end((index) => {
      outcomes.notRun(index, reason);
    });
    for (const trial of waiting) {
      if (trial.error && trial.attempts > 0) this.#fail(trial, trial.error);
      else outcomes.notRun(trial.index, reason);
    }
  }

  #giveUpAll(reason: Error): void {
    for (const attempt of this.#underWay) {
      if (!this.#isOver(attempt)) continue;
      attempt.trial.costUsd = null;
      this.#fail(attempt.trial, reason);
      attempt.passage.leave({ kind: 'left' });
      attempt.giveUp.abort(reason);
    }
    this.#goOn();
  }

  /** When there is something to do that nobody else tells of. */
  #nextDue(): number | undefined {
    const { clock, rules } = this.#parts;
    const [oldest] = this.#underWay;
    const late = oldest && rules.timeoutMs !== undefined ? oldest.startedAt + rules.timeoutMs : Infinity;
    const isWaiting = this.#leaveLine === undefined && !this.#turns.isReady(clock.now());
    const due = Math.min(
      late,
      this.#endsAt ?? Infinity,
      (isWaiting ? this.#turns.dueAt : undefined) ?? Infinity,
    );
    return due === Infinity ? undefined : due;
  }
}

function sumOf(before: number | null, more: number | null): number | null {
  return before === null || more === null ? null : before + more;
}

function endOf({ kind, retryAfterMs }: Verdict, quota: Attempt['quota']): CallEnd {
  if (kind === 'refused') return { kind: 'refused', retryAfterMs, quota };
  return kind === 'passing' ? { kind: 'failed', retryAfterMs } : { kind: 'left' };
}
