import type { LimitType } from '../stores/limitStore';
import { secondsOf } from './rateLimitError';
import type { LimitState, RateLimitState } from './rateLimitState';

/** What is to be told: a decision of the limiter, or usage alone, as a decision that let the request in. */
export type ToldDecision =
  | { readonly allowed: true; readonly usage: RateLimitState }
  | {
      readonly allowed: false;
      readonly limitType: LimitType;
      /** null = no waiting helps. */
      readonly retryAfterMs: number | null;
      readonly usage: RateLimitState;
    };

export interface HeaderOptions {
  /** The moment of the decision, in ms since the epoch. */
  readonly now: number;
  /** Whether to add the three headers of older drafts, which many clients know. False when left out. */
  readonly legacy?: boolean;
}

/** By the names of the headers. One that does not apply is not there. */
export type RateLimitHeaders = Partial<Record<RateLimitHeaderName, string>>;

export type RateLimitHeaderName = StandardHeaderName | LegacyHeaderName;

type StandardHeaderName = (typeof STANDARD_HEADERS)[number];
type LegacyHeaderName = (typeof LEGACY_HEADERS)[number];

export const STANDARD_HEADERS = ['RateLimit-Policy', 'RateLimit', 'Retry-After'] as const;
export const LEGACY_HEADERS = ['RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'] as const;

/** A limit that clients are told of, and how much of it is left. */
interface Policy {
  readonly name: LimitType;
  readonly quota: number;
  readonly remaining: number;
  /** Length of the window; undefined for a limit that has none. */
  readonly windowSeconds: number | undefined;
  /** For so many seconds there is no more than what remains; undefined when nobody can say. */
  readonly seconds: number | undefined;
}

/** The budget is not among them: what requests cost is not for those who send them. */
const told: readonly (readonly [Exclude<LimitType, 'budget'>, windowSeconds: number | undefined])[] = [
  ['hourly', 3_600],
  ['daily', 86_400],
  ['concurrent', undefined],
];

/**
 * HTTP response headers that tell a client its limits: `RateLimit-Policy` and `RateLimit` as in
 * draft-ietf-httpapi-ratelimit-headers-11, `Retry-After` with a refusal. Unlimited limits are left out.
 *
 * With a refusal only the limit that it was about says for how long: section 6 of the draft wants no other time there
 * that is later than `Retry-After`.
 */
export function rateLimitHeaders(
  decision: ToldDecision,
  { now, legacy = false }: HeaderOptions,
): RateLimitHeaders {
  const policies = policiesOf(decision, now);
  const retryAfter = decision.allowed ? null : secondsOf(decision.retryAfterMs);
  return {
    ...(policies.length > 0
      ? {
          'RateLimit-Policy': policies.map(policyItem).join(', '),
          RateLimit: policies.map(serviceLimitItem).join(', '),
        }
      : {}),
    ...(retryAfter === null ? {} : { 'Retry-After': String(retryAfter) }),
    ...(legacy ? legacyHeaders(policies, decision) : {}),
  };
}

function policiesOf(decision: ToldDecision, now: number): Policy[] {
  return told.flatMap(([name, windowSeconds]) => {
    const { limit, remaining, resetsAt } = decision.usage[name];
    if (limit === null || remaining === null) return [];
    const seconds = decision.allowed
      ? secondsToReset(resetsAt, windowSeconds, now)
      : secondsOfRefusal(decision, name);
    return [{ name, quota: limit, remaining, windowSeconds, seconds }];
  });
}

/** Of an unused window, its length: no more than the whole quota can be used in it. */
function secondsToReset(
  resetsAt: LimitState['resetsAt'],
  windowSeconds: number | undefined,
  now: number,
): number | undefined {
  if (windowSeconds === undefined || resetsAt === null) return windowSeconds;
  return Math.min(windowSeconds, Math.max(0, Math.ceil((resetsAt - now) / 1000)));
}

function secondsOfRefusal(
  refusal: Extract<ToldDecision, { allowed: false }>,
  name: LimitType,
): number | undefined {
  return name === refusal.limitType ? (secondsOf(refusal.retryAfterMs) ?? undefined) : undefined;
}

/** Section 3.1 of the draft. */
function policyItem({ name, quota, windowSeconds }: Policy): string {
  const measure = windowSeconds === undefined ? ';qu="concurrent-requests"' : `;w=${String(windowSeconds)}`;
  return `"${name}";q=${String(quota)}${measure}`;
}

/** Section 4.1 of the draft. */
function serviceLimitItem({ name, remaining, seconds }: Policy): string {
  return `"${name}";r=${String(remaining)}${seconds === undefined ? '' : `;t=${String(seconds)}`}`;
}

/** Of the limit that is closest to being reached; they have room for one only. */
function legacyHeaders(policies: readonly Policy[], decision: ToldDecision): RateLimitHeaders {
  const [closest] = policies
    .filter(({ name }) => decision.allowed || name === decision.limitType)
    .flatMap((policy) => (policy.seconds === undefined ? [] : [{ ...policy, seconds: policy.seconds }]))
    .sort((a, b) => shareLeft(a) - shareLeft(b));
  if (!closest) return {};
  return {
    'RateLimit-Limit': String(closest.quota),
    'RateLimit-Remaining': String(closest.remaining),
    'RateLimit-Reset': String(closest.seconds),
  };
}

function shareLeft({ quota, remaining }: Policy): number {
  return quota === 0 ? 0 : remaining / quota;
}
