import { type RateLimiterAbstract, RateLimiterRes } from 'rate-limiter-flexible';
import type { Answer, Limiter, Limits, User } from './contestant.mts';

const HOUR_SECONDS = 3_600;
const DAY_SECONDS = 86_400;
const POINTS_A_DOLLAR = 1_000_000;

/** So many points in so many seconds, in rate-limiter-flexible's words. */
interface Window {
  readonly keyPrefix: string;
  readonly points: number;
  readonly duration: number;
}

type Windows<L> = readonly [hour: L, day: L, budget: L];

/** rate-limiter-flexible with one limiter a limit: fixed windows that begin with a user's first request. */
export abstract class ThreeWindows<L extends RateLimiterAbstract> implements Limiter {
  protected readonly windows: Windows<L>;

  constructor(limits: Limits, limiterOf: (window: Window) => L) {
    const { requestsPerHour, requestsPerDay, dailyBudget } = limits;
    this.windows = [
      limiterOf({ keyPrefix: 'h', points: requestsPerHour, duration: HOUR_SECONDS }),
      limiterOf({ keyPrefix: 'd', points: requestsPerDay, duration: DAY_SECONDS }),
      limiterOf({ keyPrefix: 'b', points: pointsOf(dailyBudget), duration: DAY_SECONDS }),
    ];
  }

  userOf(userId: string): User {
    return new WindowsUser(this.windows, userId);
  }

  abstract close(): Promise<unknown>;
}

class WindowsUser implements User {
  readonly #windows: Windows<RateLimiterAbstract>;
  readonly #userId: string;

  constructor(windows: Windows<RateLimiterAbstract>, userId: string) {
    this.#windows = windows;
    this.#userId = userId;
  }

  async look(costUsd: number): Promise<boolean> {
    const amounts = amountsOf(costUsd);
    const states = await Promise.all(this.#windows.map((window) => window.get(this.#userId)));
    return states.every((state, index) => state === null || state.remainingPoints >= (amounts[index] ?? 0));
  }

  /** Each window counts a request that another one refuses, so a refused request is given back to all. */
  async admit(costUsd: number): Promise<Answer> {
    const amounts = amountsOf(costUsd);
    const results = await Promise.allSettled(
      this.#windows.map((window, index) => window.consume(this.#userId, amounts[index])),
    );
    const waits = results.flatMap((result) => (result.status === 'rejected' ? [waitOf(result)] : []));
    if (waits.length === 0) {
      return {
        allowed: true,
        settle: (settledUsd) => this.#correct(pointsOf(settledUsd) - pointsOf(costUsd)),
      };
    }
    await Promise.all(this.#windows.map((window, index) => window.reward(this.#userId, amounts[index])));
    return { allowed: false, retryAfterMs: Math.max(...waits) };
  }

  #correct(points: number): Promise<unknown> | undefined {
    const [, , budget] = this.#windows;
    return points === 0 ? undefined : budget.penalty(this.#userId, points);
  }
}

function amountsOf(costUsd: number): readonly number[] {
  return [1, 1, pointsOf(costUsd)];
}

function pointsOf(usd: number): number {
  return Math.round(usd * POINTS_A_DOLLAR);
}

/** @throws what the window failed with when that is not a refusal */
function waitOf({ reason }: PromiseRejectedResult): number {
  if (reason instanceof RateLimiterRes) return reason.msBeforeNext;
  throw new Error('A window failed.', { cause: reason });
}
