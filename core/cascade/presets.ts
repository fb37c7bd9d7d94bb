import { z } from 'zod/v3';
import { readParameter } from '../errors/invalidParameterError';

/** One choice that sets how a cascade weighs cost against quality. */
export interface Preset {
  /** 0..1: a draft is accepted when its confidence reaches this. */
  readonly threshold: number;
  /** Milliseconds that each model has for its answer. */
  readonly timeoutMs: number;
  /**
   * What to do when every model after a rejected draft has failed: answer with the best draft there is, or
   * fail, because an answer below the threshold is worse than none.
   */
  readonly whenVerifierFails: 'best_draft' | 'fail';
}

export const presetNames = ['balanced', 'costSaver', 'qualityFirst'] as const;

export type PresetName = (typeof presetNames)[number];

export const PRESETS: Readonly<Record<PresetName, Preset>> = {
  balanced: { threshold: 0.7, timeoutMs: 60_000, whenVerifierFails: 'best_draft' },
  costSaver: { threshold: 0.5, timeoutMs: 60_000, whenVerifierFails: 'best_draft' },
  qualityFirst: { threshold: 0.8, timeoutMs: 120_000, whenVerifierFails: 'fail' },
};

const allowed = `one of ${presetNames.join(', ')}`;
const presetName = z.enum(presetNames, { errorMap: () => ({ message: allowed }) });

/** @throws {InvalidParameterError} for a name that is not a preset */
export function readPresetName(name: unknown): PresetName {
  return readParameter('preset', name, presetName);
}
