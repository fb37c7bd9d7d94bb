import type { Awaitable } from '../../stores/awaitable';
import { aged } from '../../stores/calibration/aging';
import type { Calibration, CalibrationStore } from '../../stores/calibrationStore';
import { systemClock, type Clock } from '../../time/clock';
import { agreementOf } from './agreement';
import type { Comparison } from './comparison';
import { shifted, shiftOf } from './shift';
import { Shifts } from './shifts';

/** Whose draft, and on what. */
export interface Drafted {
  /** The drafter's name in the cascade. */
  readonly model: string;
  readonly domain: string;
}

export interface Observation extends Drafted, Comparison {
  /** 0..1: the confidence in the draft as it was before `adjust`, or the learning would unlearn itself. */
  readonly confidence: number;
}

/** Learns from escalations how far the confidence in a model's drafts can be trusted. */
export interface Learning {
  /** The confidence, 0..1, in the light of what became of earlier drafts. Of two drafts, the better one stays so. */
  adjust(confidence: number, of: Drafted): Awaitable<number>;
  /** Takes in how a draft compares with the answer that was given in its place, or in an audit. */
  observe(observation: Observation): Awaitable<void>;
}

export interface CalibrationLearningOptions {
  readonly store: CalibrationStore;
  /** The system's when left out. */
  readonly clock?: Pick<Clock, 'now'>;
}

/** For all learnings of the process: a node has another one with each execution. */
const shifts = new Shifts();

/**
 * Learning in a store, for all who share the store. Both calls reject with what the store rejects with: whoever asks can
 * do without, since a confidence that is not adjusted is still one.
 */
export class CalibrationLearning implements Learning {
  readonly #store: CalibrationStore;
  readonly #clock: Pick<Clock, 'now'>;

  constructor({ store, clock = systemClock }: CalibrationLearningOptions) {
    this.#store = store;
    this.#clock = clock;
  }

  async adjust(confidence: number, of: Drafted): Promise<number> {
    const name = JSON.stringify([this.#store.scope, of.model, of.domain]);
    const shift = await shifts.read(name, this.#clock.now(), () => this.#shiftOf(of));
    return shifted(confidence, shift);
  }

  async observe({ model, domain, confidence, ...comparison }: Observation): Promise<void> {
    const agreed = agreementOf(comparison);
    await this.#store.recordOutcome({ model, domain, expected: confidence, agreed });
  }

  async #shiftOf({ model, domain }: Drafted): Promise<number> {
    const [overall, inDomain] = await Promise.all([this.#read(model), this.#read(model, domain)]);
    return shiftOf(overall, inDomain);
  }

  async #read(model: string, domain?: string): Promise<Calibration | undefined> {
    const calibration = await this.#store.calibrationOf(model, domain);
    return calibration && aged(calibration, this.#clock.now());
  }
}
