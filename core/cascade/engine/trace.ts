import type { Clock } from '../../time/clock';
import type { TraceStep } from './report';
import { toTenths } from '../../time/toTenths';

/** Takes down what a cascade does with a query, and when. */
export class Trace {
  readonly #clock: Clock;
  readonly #startedAt: number;
  readonly #steps: TraceStep[] = [];

  constructor(clock: Clock, startedAt: number) {
    this.#clock = clock;
    this.#startedAt = startedAt;
  }

  /** @param of the model that it is about */
  add(step: TraceStep['step'], what: string, of?: string): void {
    const atMs = toTenths(this.#clock.now() - this.#startedAt);
    this.#steps.push({ atMs, step, ...(of === undefined ? {} : { of }), what });
  }

  /** Those taken down until now. */
  steps(): readonly TraceStep[] {
    return [...this.#steps];
  }
}
