import {
  RateLimitError,
  updateProfile,
  type RateLimiter,
  type ToldDecision,
  type UserProfile,
} from '../../core';

/** What the limits say about a request, and what was counted of it. */
export interface Verdict {
  readonly decision: ToldDecision;
  /** Of the request as it was counted; undefined when it was not. */
  readonly reservationId: string | undefined;
}

/** A request that asks to be let in, and the limiter that decides. */
export interface Request {
  readonly limiter: RateLimiter;
  readonly profile: UserProfile;
  /** US dollars. */
  readonly estimatedCost: number;
}

/** Counts the request, if all limits have room for it. */
export async function reserve({ limiter, profile, estimatedCost }: Request): Promise<Verdict> {
  const decision = await limiter.reserve(profile, estimatedCost);
  return { decision, reservationId: decision.allowed ? decision.reservationId : undefined };
}

/** Counts the request also when a limit would refuse it. */
export async function countAnyway(request: Request): Promise<Verdict> {
  const verdict = await reserve(request);
  if (verdict.decision.allowed) return verdict;
  const { limiter, profile } = request;
  const { reservationId } = await reserve({ ...request, profile: withoutLimits(profile) });
  return { decision: { ...verdict.decision, usage: await limiter.getUsage(profile) }, reservationId };
}

/** Looks whether the request would be let in, without counting it. */
export async function look({ limiter, profile, estimatedCost }: Request): Promise<Verdict> {
  const [refusal, usage] = await Promise.all([
    limiter.checkRateLimit(profile, estimatedCost).then(() => undefined, refusalIn),
    limiter.getUsage(profile),
  ]);
  const decision: ToldDecision = refusal ? { allowed: false, ...refusal, usage } : { allowed: true, usage };
  return { decision, reservationId: undefined };
}

type Refusal = Pick<RateLimitError, 'limitType' | 'retryAfterMs'>;

function refusalIn(error: unknown): Refusal {
  if (error instanceof RateLimitError)
    return { limitType: error.limitType, retryAfterMs: error.retryAfterMs };
  throw error;
}

function withoutLimits(profile: UserProfile): UserProfile {
  return updateProfile(profile, {
    customRequestsPerHour: null,
    customRequestsPerDay: null,
    customDailyBudget: null,
    customConcurrency: null,
  });
}
