import type { Awaitable } from './awaitable';
import type { StoreScope } from './storeScope';

/** What became of a draft whose query a stronger model answered too. */
export interface Outcome {
  readonly model: string;
  readonly domain: string;
  /** 0..1: how likely the draft was held to be good enough. */
  readonly expected: number;
  /** 0..1: how likely the stronger model's answer says the same. */
  readonly agreed: number;
}

/** The outcomes of a model's drafts as sums, in which older ones weigh less, as of `updatedAt`. */
export interface Calibration {
  /** How many outcomes it is worth: 50 at most. */
  readonly weight: number;
  /** 0..weight */
  readonly expected: number;
  /** 0..weight */
  readonly agreed: number;
  /** When the last outcome came, in ms since the epoch. */
  readonly updatedAt: number;
}

/**
 * What is learned about models on the job. It holds nothing of a user. At most `MOST_CALIBRATIONS` are kept, those of
 * models as a whole among them: the one that was not updated for longest goes.
 */
export interface CalibrationStore extends StoreScope {
  /** Adds the outcome to those of the model in the domain, and to those of the model as a whole, in one step. */
  recordOutcome(outcome: Outcome): Awaitable<void>;
  /** Of the model in the domain; of the model as a whole when there is no domain. Undefined while there is none. */
  calibrationOf(model: string, domain?: string): Awaitable<Calibration | undefined>;
}

export const MOST_CALIBRATIONS = 500;
