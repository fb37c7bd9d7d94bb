import { deserializeProfile, type RateLimiter } from 'n8n-nodes-cascadeflow';
import type { Query } from './query';

/** What the request came to, and what it cost in US dollars. */
interface Work<Answer> {
  readonly answer: Answer;
  readonly cost: number;
}

/** Told apart by `allowed`; `retryAfterMs` is null when no waiting helps. */
export type Outcome<Answer> =
  | { readonly allowed: true; readonly answer: Answer }
  | { readonly allowed: false; readonly retryAfterMs: number | null };

/**
 * Answers one request within the limits of its user. The profile is read anew each time: a change of plan holds from
 * the next request on, at the price of one query each.
 */
export async function answerWithinLimits<Answer>(
  query: Query,
  limiter: RateLimiter,
  userId: string,
  work: () => Promise<Work<Answer>>,
): Promise<Outcome<Answer>> {
  const [row] = await query('SELECT * FROM user_profiles WHERE user_id = ?', [userId]);
  const profile = deserializeProfile(row ?? {}, { userId, defaultTier: 'FREE' });
  const decision = await limiter.reserve(profile);
  if (!decision.allowed) return { allowed: false, retryAfterMs: decision.retryAfterMs };
  const { answer, cost } = await work().catch(async (error: unknown) => {
    await limiter.release(decision.reservationId);
    throw error;
  });
  await limiter.settle(decision.reservationId, cost);
  return { allowed: true, answer };
}
