import { z } from 'zod/v3';
import { readParameter } from '../errors/invalidParameterError';
import { saying } from '../errors/saying';
import { PRESETS, readPresetName, type Preset, type PresetName } from './presets';

/** What a user may choose about a cascade. */
export interface CascadeSettings {
  /** `balanced` when left out. */
  preset?: PresetName;
  /** 0..1: a draft is accepted when its confidence reaches this. The preset's own when left out. */
  threshold?: number;
  /** Milliseconds that each model has for its answer. The preset's own when left out. */
  timeoutMs?: number;
  /** Instructions that go before every query. */
  systemMessage?: string;
}

/** Settings with every choice made. */
export interface ReadSettings extends Preset {
  readonly preset: PresetName;
  readonly systemMessage: string;
}

/** A day is longer than any model takes, and shorter than the longest wait of a timer. */
const LONGEST_TIMEOUT_MS = 86_400_000;

const share = 'a number from 0 to 1';
const duration = `a number of milliseconds from 1 to ${String(LONGEST_TIMEOUT_MS)}`;
const threshold = z.number(saying(share)).min(0, share).max(1, share);
const timeoutMs = z.number(saying(duration)).min(1, duration).max(LONGEST_TIMEOUT_MS, duration);
const systemMessage = z.string(saying('a text'));
const draft = z.string(saying('a text'));
const query = z.string(saying('a text')).refine((given) => given.trim() !== '', 'a text that is not empty');

/**
 * Fills in what was left out (undefined) from the preset.
 *
 * @throws {InvalidParameterError}
 */
export function readSettings(given: Partial<Record<keyof CascadeSettings, unknown>>): ReadSettings {
  const preset = readPresetName(given.preset ?? 'balanced');
  const chosen = PRESETS[preset];
  return {
    ...chosen,
    preset,
    threshold: readParameter('threshold', given.threshold ?? chosen.threshold, threshold),
    timeoutMs: readParameter('timeoutMs', given.timeoutMs ?? chosen.timeoutMs, timeoutMs),
    systemMessage: readParameter('systemMessage', given.systemMessage ?? '', systemMessage),
  };
}

/** @throws {InvalidParameterError} when it is not a text; a model may well have returned an empty one */
export function readDraftText(given: unknown): string {
  return readParameter('draft', given, draft);
}

/** @throws {InvalidParameterError} when it is not a text or empty */
export function readQuery(given: unknown): string {
  return readParameter('query', given, query);
}
