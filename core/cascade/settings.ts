import { z } from 'zod/v3';
import { readParameter } from '../errors/invalidParameterError';
import { saying } from '../errors/saying';
import { PRESETS, readPresetName, type Preset, type PresetName } from './presets';

type Own<Settings> = { -readonly [Name in keyof Settings]?: Settings[Name] | undefined };

/** What a user may choose about a cascade: a preset, and whatever shall differ from it. */
export interface CascadeSettings extends Own<Omit<Preset, 'domainThresholds'>> {
  /** `balanced` when left out. */
  preset?: PresetName | undefined;
  /** 0..1 by domain, as a map or an object: `{ legal: 0.9 }`. */
  domainThresholds?: ReadonlyMap<string, number> | Readonly<Record<string, number>> | undefined;
  /** Instructions that go before every query. */
  systemMessage?: string | undefined;
  /** US dollars that one query may cost; null, when left out, = no cap. */
  maxCostUsd?: number | null | undefined;
  /**
   * 0..1: the share of accepted drafts whose query the verifier answers too, so that the cascade learns from what it
   * lets through. 0 when left out. The user's answer is not changed by it; its cost is, and the time until the run ends.
   */
  auditShare?: number | undefined;
}

/** Settings with every choice made. */
export interface ReadSettings extends Preset {
  readonly preset: PresetName;
  readonly systemMessage: string;
  readonly maxCostUsd: number | null;
  readonly auditShare: number;
}

/** A day is longer than any model takes, and shorter than the longest wait of a timer. */
const LONGEST_TIMEOUT_MS = 86_400_000;
export const MOST_SAMPLES = 5;
export const MOST_RETRIES = 10;

const between = (from: number, to: number, what: string) => {
  const allowed = `${what} from ${String(from)} to ${String(to)}`;
  return z.number(saying(allowed)).min(from, allowed).max(to, allowed);
};
const whole = (from: number, to: number) => {
  const allowed = `a whole number from ${String(from)} to ${String(to)}`;
  return z.number(saying(allowed)).int(allowed).min(from, allowed).max(to, allowed);
};
const oneOf = <Choice extends string>(...choices: [Choice, ...Choice[]]) =>
  z.enum(choices, { errorMap: () => ({ message: `one of ${choices.join(', ')}` }) });

const share = between(0, 1, 'a number');
const milliseconds = between(1, LONGEST_TIMEOUT_MS, 'a number of milliseconds');
const text = z.string(saying('a text'));
const shares = 'numbers from 0 to 1 by domain';
const names = 'a list of names';
const dollars = 'a number of US dollars from 0 on, or null';

const shapes = {
  threshold: share,
  domainThresholds: z.union(
    [z.map(text, share), z.record(share).transform((given) => new Map(Object.entries(given)))],
    { errorMap: () => ({ message: shares }) },
  ),
  verifyAlways: z.array(text, saying(names)),
  routing: oneOf('predictive', 'draft_first'),
  mode: oneOf('sequential', 'speculative'),
  samples: whole(0, MOST_SAMPLES),
  judge: oneOf('never', 'when_doubtful'),
  logprobs: z.boolean(saying('true or false')),
  timeoutMs: milliseconds,
  totalTimeoutMs: milliseconds,
  retries: whole(0, MOST_RETRIES),
  longestWaitMs: between(0, LONGEST_TIMEOUT_MS, 'a number of milliseconds'),
  whenVerifierFails: oneOf('best_draft', 'fail'),
  systemMessage: text,
  maxCostUsd: z.number(saying(dollars)).finite(dollars).min(0, dollars).nullable(),
  auditShare: share,
};

const query = text.refine((given) => given.trim() !== '', 'a text that is not empty');

/**
 * Fills in what was left out (undefined) from the preset.
 *
 * @throws {InvalidParameterError}
 */
export function readSettings(given: Partial<Record<keyof CascadeSettings, unknown>>): ReadSettings {
  const preset = readPresetName(given.preset ?? 'balanced');
  const chosen = { ...PRESETS[preset], systemMessage: '', maxCostUsd: null, auditShare: 0 };
  const of = (name: keyof typeof shapes): unknown => (given[name] === undefined ? chosen[name] : given[name]);
  return {
    preset,
    threshold: readParameter('threshold', of('threshold'), shapes.threshold),
    domainThresholds: readParameter('domainThresholds', of('domainThresholds'), shapes.domainThresholds),
    verifyAlways: readParameter('verifyAlways', of('verifyAlways'), shapes.verifyAlways),
    routing: readParameter('routing', of('routing'), shapes.routing),
    mode: readParameter('mode', of('mode'), shapes.mode),
    samples: readParameter('samples', of('samples'), shapes.samples),
    judge: readParameter('judge', of('judge'), shapes.judge),
    logprobs: readParameter('logprobs', of('logprobs'), shapes.logprobs),
    timeoutMs: readParameter('timeoutMs', of('timeoutMs'), shapes.timeoutMs),
    totalTimeoutMs: readParameter('totalTimeoutMs', of('totalTimeoutMs'), shapes.totalTimeoutMs),
    retries: readParameter('retries', of('retries'), shapes.retries),
    longestWaitMs: readParameter('longestWaitMs', of('longestWaitMs'), shapes.longestWaitMs),
    whenVerifierFails: readParameter('whenVerifierFails', of('whenVerifierFails'), shapes.whenVerifierFails),
    systemMessage: readParameter('systemMessage', of('systemMessage'), shapes.systemMessage),
    maxCostUsd: readParameter('maxCostUsd', of('maxCostUsd'), shapes.maxCostUsd),
    auditShare: readParameter('auditShare', of('auditShare'), shapes.auditShare),
  };
}

/** The threshold for a query of this domain. */
export function thresholdFor({ threshold, domainThresholds }: ReadSettings, domain: string): number {
  return domainThresholds.get(domain) ?? threshold;
}

/** @throws {InvalidParameterError} when it is not a text; a model may well have returned an empty one */
export function readDraftText(given: unknown): string {
  return readParameter('draft', given, text);
}

/** @throws {InvalidParameterError} when it is not a text or empty */
export function readQuery(given: unknown): string {
  return readParameter('query', given, query);
}
