import { asError } from '../../errors/asError';
import { CascadeError, type CascadeErrorDetails } from '../../errors/cascadeError';
import type { Clock } from '../../time/clock';
import type { CascadeTurn } from '../engine/cascadeRequest';
import type { CascadeReport, MadeAttempt, TraceStep } from '../engine/report';
import { toTenths } from '../../time/toTenths';
import type { Stopwatch } from '../engine/stopwatch';
import { AgentStoppedError } from './agentStoppedError';
import { mergeReports } from './mergeReports';
import { shorten } from './shorten';
import { isSpentError, knownCostOf } from './spentError';
import type { ToolStep } from './tools/toolStep';

const LONGEST_NAME = 60;
const LONGEST_NOTE = 200;

/** What happened in a run so far. */
export class RunRecord {
  readonly steps: ToolStep[] = [];
  readonly trace: TraceStep[] = [];
  readonly #reports: CascadeReport[] = [];
  readonly #clock: Clock;
  readonly #watch: Stopwatch;
  readonly #started: number;
  readonly #startedByWatch: number;
  /** The turn under way: when it began, in milliseconds since the run did, and the attempts that were heard of. */
  #turnBegan = 0;
  #turnAttempts: MadeAttempt[] = [];
  #lastText = '';

  constructor(clock: Clock, watch: Stopwatch) {
    this.#clock = clock;
    this.#watch = watch;
    this.#started = clock.now();
    this.#startedByWatch = watch.elapsedMs;
  }

  /** Milliseconds that count as time of the run. */
  get elapsedMs(): number {
    return this.#watch.elapsedMs - this.#startedByWatch;
  }

  get hasTurns(): boolean {
    return this.#reports.length > 0;
  }

  /** US dollars, as far as prices are known. */
  get knownCostUsd(): number {
    return knownCostOf(this.#reports.flatMap(({ attempts }) => attempts));
  }

  beginTurn(): void {
    this.#turnBegan = this.#sinceStart();
  }

  addAttempt(attempt: MadeAttempt): void {
    this.#turnAttempts.push(attempt);
  }

  /** Ends the turn under way, and gives the report on all turns so far. */
  addTurn({ reply, report, trace }: CascadeTurn): CascadeReport {
    this.#reports.push(report);
    this.#turnAttempts = [];
    this.trace.push(...trace.map((step) => ({ ...step, atMs: toTenths(this.#turnBegan + step.atMs) })));
    if (reply.text.trim() !== '') this.#lastText = reply.text;
    return this.#merged() ?? report;
  }

  addStep(step: ToolStep): void {
    this.steps.push(step);
    this.note(step.tool, step.outcome === 'done' ? 'gave its result' : `${step.outcome}: ${step.result}`);
  }

  /** Adds what there is to say about a tool to the trace. */
  note(tool: string, what: string): void {
    const of = shorten(tool, LONGEST_NAME);
    this.trace.push({
      atMs: toTenths(this.#sinceStart()),
      step: 'tool',
      of,
      what: shorten(what, LONGEST_NOTE),
    });
  }

  /** The error that ends the run now, with what was spent so far. */
  stopped(message: string, details: CascadeErrorDetails): Error {
    const cascade = this.#merged();
    if (!cascade) return new CascadeError(message, details);
    const { steps, trace } = this;
    const partial = { output: this.#lastText, cascade, steps, trace };
    return new AgentStoppedError(message, details, partial, this.#unanswered(details.cause));
  }

  /** What ended the run, with what was spent so far. What ended the first turn is given as it is. */
  withCosts(cause: unknown, signal: AbortSignal | undefined): Error {
    const error = asError(cause);
    if (error instanceof AgentStoppedError || !this.hasTurns) return error;
    if (signal?.aborted) return this.stopped('The run was aborted', { code: 'ABORTED', cause });
    if (!CascadeError.is(error)) return this.stopped(error.message, { code: 'RUN_FAILED', cause });
    const { code, hint } = error;
    return this.stopped(error.message, { code, cause, ...(hint === undefined ? {} : { hint }) });
  }

  /** Milliseconds, waiting included. */
  #sinceStart(): number {
    return this.#clock.now() - this.#started;
  }

  /** Of the turn under way. Those that were heard of are all there are, unless none was: then the error may know. */
  #unanswered(cause: unknown): readonly MadeAttempt[] {
    const isUnheard = this.#turnAttempts.length === 0 && isSpentError(cause);
    return isUnheard ? cause.attempts : this.#turnAttempts;
  }

  #merged(): CascadeReport | undefined {
    const [first, ...others] = this.#reports;
    return first && mergeReports(first, ...others);
  }
}
