/** What a provider still allows, as the headers of its answers say it. */
export interface RateQuota {
  readonly requests?: QuotaState | undefined;
  readonly tokens?: QuotaState | undefined;
}

export interface QuotaState {
  /** How many more may be used now. */
  readonly remaining: number;
  /** The most that may ever remain; undefined when it is not said. */
  readonly limit: number | undefined;
  /** Milliseconds until the whole limit is there again. */
  readonly resetsInMs: number;
}

/** Gives the value of a header, asked for in lower case. */
type Header = (name: string) => string | undefined;

/** The names of the three headers that describe one quota. */
interface QuotaHeaders {
  readonly limit: string;
  readonly remaining: string;
  readonly reset: string;
}

/**
 * What the headers of an answer say about the provider's limits.
 *
 * - `x-ratelimit-remaining-requests` and so on: OpenAI, "Rate limits"; Groq, Azure OpenAI and gateways follow it.
 * - `anthropic-ratelimit-requests-remaining` and so on: Anthropic, "Rate limits".
 * - `x-ratelimit-remaining` and so on: OpenRouter and Together, for requests; without the `x-` in earlier drafts of
 *   draft-ietf-httpapi-ratelimit-headers.
 *
 * @param header gives the value of a header, asked for in lower case
 * @param now milliseconds since the epoch
 * @returns undefined when they say nothing, or nothing that makes sense
 */
export function rateQuotaOf(header: Header, now: number): RateQuota | undefined {
  const requests = scarcest(REQUESTS, header, now);
  const tokens = scarcest(TOKENS, header, now);
  return requests || tokens ? { requests, tokens } : undefined;
}

const REQUESTS: readonly QuotaHeaders[] = [
  openAis('requests'),
  anthropics('requests'),
  drafts('x-ratelimit'),
  drafts('ratelimit'),
];

const TOKENS: readonly QuotaHeaders[] = [
  openAis('tokens'),
  anthropics('tokens'),
  anthropics('input-tokens'),
  anthropics('output-tokens'),
];

function openAis(of: string): QuotaHeaders {
  const prefix = 'x-ratelimit';
  return {
    limit: `${prefix}-limit-${of}`,
    remaining: `${prefix}-remaining-${of}`,
    reset: `${prefix}-reset-${of}`,
  };
}

function anthropics(of: string): QuotaHeaders {
  return drafts(`anthropic-ratelimit-${of}`);
}

function drafts(prefix: string): QuotaHeaders {
  return { limit: `${prefix}-limit`, remaining: `${prefix}-remaining`, reset: `${prefix}-reset` };
}

/** Where several limits count the same, the one of which the least is left binds. */
function scarcest(described: readonly QuotaHeaders[], header: Header, now: number): QuotaState | undefined {
  const states = described.flatMap((names) => stateIn(names, header, now) ?? []);
  return states.reduce<QuotaState | undefined>(
    (least, state) => (least && shareLeft(least) <= shareLeft(state) ? least : state),
    undefined,
  );
}

/** 0..1; of a limit that is not told the whole may be left. */
function shareLeft({ remaining, limit }: QuotaState): number {
  if (remaining === 0) return 0;
  return limit === undefined ? 1 : remaining / limit;
}

function stateIn(names: QuotaHeaders, header: Header, now: number): QuotaState | undefined {
  const remaining = countIn(header(names.remaining));
  const limit = countIn(header(names.limit));
  const resetsInMs = resetIn(header(names.reset), now);
  if (remaining === undefined || resetsInMs === undefined) return undefined;
  if (limit !== undefined && remaining > limit) return undefined;
  return { remaining, limit, resetsInMs };
}

/** A count as headers write it. Azure says -1 when it does not know. */
const COUNT = /^\d{1,12}$/;

function countIn(text: string | undefined): number | undefined {
  const count = text?.trim() ?? '';
  return COUNT.test(count) ? Number(count) : undefined;
}

const SECOND_MS = 1_000;
/** Limits per month are the longest that providers have. */
const LONGEST_RESET_MS = 31 * 86_400_000;

function resetIn(text: string | undefined, now: number): number | undefined {
  const reset = text?.trim() ?? '';
  if (reset === '' || reset.length > LONGEST_RESET) return undefined;
  const ms = secondsIn(reset, now) ?? durationIn(reset) ?? untilInstant(reset, now);
  return ms === undefined || ms > LONGEST_RESET_MS ? undefined : Math.max(0, ms);
}

const LONGEST_RESET = 40;
const DECIMAL = /^\d{1,13}(?:\.\d{1,9})?$/;

/** Earlier than this no number of seconds is an instant, and later than this no number is anything else. */
const FIRST_INSTANT_S = 1e9;
const FIRST_INSTANT_MS = 1e12;

/** Azure and Together say in how many seconds, OpenRouter at which millisecond since the epoch. */
function secondsIn(reset: string, now: number): number | undefined {
  if (!DECIMAL.test(reset)) return undefined;
  const number = Number(reset);
  if (number >= FIRST_INSTANT_MS) return number - now;
  return number >= FIRST_INSTANT_S ? number * SECOND_MS - now : number * SECOND_MS;
}

const UNITS_MS: ReadonlyMap<string, number> = new Map([
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', SECOND_MS],
  ['ms', 1],
  ['us', 1e-3],
  ['µs', 1e-3],
  ['ns', 1e-6],
]);
const DURATION_PART = /(\d{1,12}(?:\.\d{1,9})?)(ms|us|µs|ns|d|h|m|s)/gy;

/** A duration as Go writes it: `6m0s`, `120ms`, `1h2m3.5s`. */
function durationIn(reset: string): number | undefined {
  let ms = 0;
  let read = 0;
  for (const [part, number = '', unit = ''] of reset.matchAll(DURATION_PART)) {
    ms += Number(number) * (UNITS_MS.get(unit) ?? 0);
    read += part.length;
  }
  return read === reset.length ? ms : undefined;
}

/** RFC 3339, to the second or finer. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/i;

function untilInstant(reset: string, now: number): number | undefined {
  const instant = INSTANT.test(reset) ? Date.parse(reset) : Number.NaN;
  return Number.isNaN(instant) ? undefined : instant - now;
}
