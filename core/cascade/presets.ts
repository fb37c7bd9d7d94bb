import { z } from 'zod/v3';
import { readParameter } from '../errors/invalidParameterError';

/** One choice that sets how a cascade weighs cost, quality and speed against each other. */
export interface Preset {
  /** 0..1: a draft is accepted when its confidence reaches this. */
  readonly threshold: number;
  /** In place of `threshold`, by domain. */
  readonly domainThresholds: ReadonlyMap<string, number>;
  /** Domains whose queries go straight to the verifier: no draft is ever shown. */
  readonly verifyAlways: readonly string[];
  /** Whether the drafts may be skipped when they would probably not do, or each query is drafted first. */
  readonly routing: 'predictive' | 'draft_first';
  /** `speculative` asks drafter and verifier at the same time and stops the one that is not needed. */
  readonly mode: 'sequential' | 'speculative';
  /** How many further samples of the drafter a doubtful draft is compared with; 0 = none. */
  readonly samples: number;
  /** Whether the verifier is asked for a short yes or no on a doubtful draft. */
  readonly judge: 'never' | 'when_doubtful';
  /** Whether drafters are asked for the probabilities of their tokens, where they can give them. */
  readonly logprobs: boolean;
  /** Milliseconds that each model has for its answer. */
  readonly timeoutMs: number;
  /** Milliseconds that the whole query has. */
  readonly totalTimeoutMs: number;
  /** How often a model is asked again after 429, 5xx, a time-out or a lost connection. */
  readonly retries: number;
  /** The longest wait in ms before such a retry, while another model could be asked instead. */
  readonly longestWaitMs: number;
  /**
   * What to do when every model after a rejected draft has failed: answer with the best draft there is, or
   * fail, because an answer below the threshold is worse than none.
   */
  readonly whenVerifierFails: 'best_draft' | 'fail';
}

export const presetNames = ['balanced', 'costSaver', 'qualityFirst', 'lowLatency', 'localFirst'] as const;

export type PresetName = (typeof presetNames)[number];

const balanced: Preset = {
  threshold: 0.72,
  domainThresholds: new Map(),
  verifyAlways: [],
  routing: 'predictive',
  mode: 'sequential',
  samples: 0,
  judge: 'never',
  logprobs: false,
  timeoutMs: 60_000,
  totalTimeoutMs: 180_000,
  retries: 1,
  longestWaitMs: 2_000,
  whenVerifierFails: 'best_draft',
};

export const PRESETS: Readonly<Record<PresetName, Preset>> = {
  balanced,
  /** Rather waits for the cheap model than asks the dear one. */
  costSaver: { ...balanced, threshold: 0.5, retries: 2, longestWaitMs: 20_000 },
  /** Spends a little more on a doubtful draft to be sure, and never shows one in fields where errors do harm. */
  qualityFirst: {
    ...balanced,
    threshold: 0.8,
    verifyAlways: ['legal', 'medical'],
    judge: 'when_doubtful',
    logprobs: true,
    timeoutMs: 120_000,
    totalTimeoutMs: 360_000,
    retries: 2,
    whenVerifierFails: 'fail',
  },
  /** Pays for both answers to have one of them soon. */
  lowLatency: {
    ...balanced,
    threshold: 0.6,
    mode: 'speculative',
    timeoutMs: 20_000,
    totalTimeoutMs: 40_000,
    retries: 0,
    longestWaitMs: 0,
  },
  /** A model on one's own machine costs nothing: it always drafts, takes its time, and is asked twice more in doubt. */
  localFirst: {
    ...balanced,
    routing: 'draft_first',
    samples: 2,
    logprobs: true,
    timeoutMs: 180_000,
    totalTimeoutMs: 600_000,
    longestWaitMs: 20_000,
  },
};

const allowed = `one of ${presetNames.join(', ')}`;
const presetName = z.enum(presetNames, { errorMap: () => ({ message: allowed }) });

/** @throws {InvalidParameterError} for a name that is not a preset */
export function readPresetName(name: unknown): PresetName {
  return readParameter('preset', name, presetName);
}
