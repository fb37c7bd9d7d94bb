import type { IDataObject } from 'n8n-workflow';
import {
  LEGACY_HEADERS,
  rateLimitHeaders,
  STANDARD_HEADERS,
  type RateLimitState,
  type ToldDecision,
} from '../../core';
import { isoTime, limitStates, usageJson } from '../shared/tenants/usage';
import type { Verdict } from './decide';
import type { Options } from './options';

type Telling = Pick<Options, 'mode' | 'headers' | 'nearLimitPercent'>;

/** Whose limits, and when they were asked, in ms since the epoch. */
interface Asked {
  readonly tier: string;
  readonly now: number;
}

/** What an item says of a check. Times are ISO 8601. */
export function checkReport(verdict: Verdict, asked: Asked, telling: Telling): IDataObject {
  const { decision, reservationId } = verdict;
  const observes = telling.mode === 'observe';
  const told: ToldDecision = observes ? { allowed: true, usage: decision.usage } : decision;
  return {
    allowed: told.allowed,
    ...(observes ? { wouldBeLimited: !decision.allowed } : {}),
    ...refusalReport(decision, asked.now),
    reservationId: reservationId ?? null,
    ...usageReport(told, asked, telling),
  };
}

/** What an item says of the usage of a user. */
export function usageReport(
  decision: ToldDecision,
  { tier, now }: Asked,
  { headers, nearLimitPercent }: Telling,
): IDataObject {
  const nearLimits = limitsNear(decision.usage, nearLimitPercent);
  return {
    tier,
    nearLimit: nearLimits.length > 0,
    nearLimits,
    usage: usageJson(decision.usage),
    ...(headers === 'none' ? {} : { headers: headersFor(decision, now, headers === 'legacy') }),
  };
}

interface Unjudged {
  readonly allowed: boolean;
  /** What `allowed` would be if the node were not to let everything in. */
  readonly letIn: boolean;
  readonly why: 'unknownUser' | 'storeUnavailable';
}

/** What an item says whose user cannot be judged. */
export function unjudgedReport({ allowed, letIn, why }: Unjudged, telling: Telling): IDataObject {
  return {
    allowed,
    ...(telling.mode === 'observe' ? { wouldBeLimited: !letIn } : {}),
    [why]: true,
    ...NO_REFUSAL,
    reservationId: null,
    tier: null,
    nearLimit: false,
    nearLimits: [],
    usage: null,
    ...(telling.headers === 'none' ? {} : { headers: named(telling.headers === 'legacy', {}) }),
  };
}

const NO_REFUSAL = { limitType: null, retryAfterSeconds: null, retryAt: null };

function refusalReport(decision: ToldDecision, now: number): IDataObject {
  if (decision.allowed) return NO_REFUSAL;
  const { limitType, retryAfterMs } = decision;
  if (retryAfterMs === null) return { ...NO_REFUSAL, limitType };
  return {
    limitType,
    retryAfterSeconds: Math.ceil(retryAfterMs / 1000),
    retryAt: isoTime(now + retryAfterMs),
  };
}

function limitsNear(usage: RateLimitState, percent: number): string[] {
  return limitStates(usage)
    .filter(([, { used, limit }]) => limit !== null && used * 100 >= limit * percent)
    .map(([name]) => name);
}

function headersFor(decision: ToldDecision, now: number, legacy: boolean): IDataObject {
  return named(legacy, rateLimitHeaders(decision, { now, legacy }));
}

/** Respond to Webhook sends the word "undefined" for a header that an expression does not find (n8n 2.40). */
function named(legacy: boolean, headers: ReturnType<typeof rateLimitHeaders>): IDataObject {
  const names = [...STANDARD_HEADERS, ...(legacy ? LEGACY_HEADERS : [])];
  return Object.fromEntries(names.map((name) => [name, headers[name] ?? '']));
}
