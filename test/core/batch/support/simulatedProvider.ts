import type { RateQuota } from '../../../../core/http/rateQuota';
import type { Clock } from '../../../../core/time/clock';

/** Times in ms. */
export interface ProviderTraits {
  /** Calls that it works on at the same time. */
  readonly cap?: number;
  /** What becomes of those above the cap: refused with 429, or kept waiting for their turn. */
  readonly aboveCap?: 'refused' | 'queued';
  readonly callsPerMinute?: number;
  readonly burst?: number;
  readonly medianMs?: number;
  /** Of the logarithm of the time that a call takes. */
  readonly sigma?: number;
  readonly shareOfFaults?: number;
  readonly shareHung?: number;
  /** From a client to it, and the same back. */
  readonly networkMs?: number;
  /** What it takes to refuse a call. */
  readonly refusalMs?: number;
  /** What a refusal for the cap asks to wait; nothing is said when undefined. For the rate it says the truth. */
  readonly retryAfterMs?: number;
  readonly isSilent?: boolean;
  readonly tellsQuota?: boolean;
}

export class ProviderError extends Error {
  readonly status: number;
  readonly retryAfterMs: number | undefined;

  constructor(status: number, retryAfterMs?: number) {
    super(`The provider answers with ${String(status)}`);
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }
}

/** A provider with hard limits, and faults. It does the same each time it is given the same calls at the same times. */
export class SimulatedProvider {
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #traits: Required<Omit<ProviderTraits, 'retryAfterMs'>> & {
    readonly retryAfterMs: number | undefined;
  };
  readonly #waiting: (() => void)[] = [];
  #tokens: number;
  #filledAt: number;
  #working = 0;
  calls = 0;
  answered = 0;
  refusedForCap = 0;
  refusedForRate = 0;
  mostAtOnce = 0;
  /** Milliseconds that it worked on calls, all together. */
  workedMs = 0;
  longestMs = 0;
  readonly answeredBy = new Map<unknown, number>();

  constructor(clock: Clock, traits: ProviderTraits, random: () => number) {
    this.#clock = clock;
    this.#random = random;
    this.#traits = {
      cap: Infinity,
      aboveCap: 'refused',
      callsPerMinute: Infinity,
      burst: 1,
      medianMs: 400,
      sigma: 0.5,
      shareOfFaults: 0,
      shareHung: 0,
      networkMs: 15,
      refusalMs: 0,
      retryAfterMs: 1000,
      isSilent: false,
      tellsQuota: false,
      ...traits,
    };
    this.#tokens = this.#traits.burst;
    this.#filledAt = clock.now();
  }

  get refused(): number {
    return this.refusedForCap + this.refusedForRate;
  }

  /** The least time in which it can give so many answers. */
  idealMs(answers: number): number {
    const { cap, burst } = this.#traits;
    const faults = 1 + this.#traits.shareOfFaults + this.#traits.shareHung;
    const byRate = Math.max(0, answers * faults - burst) / this.#perMs;
    return Math.max(this.workedMs / cap, byRate, this.longestMs);
  }

  readonly call = async (
    query: unknown,
    signal: AbortSignal,
    observe: (quota: RateQuota) => void,
  ): Promise<unknown> => {
    this.calls += 1;
    await this.#wait(this.#traits.networkMs, signal);
    const refusal = this.#refusal();
    if (refusal) {
      await this.#wait(this.#traits.refusalMs + this.#traits.networkMs, signal);
      throw refusal;
    }
    const quota = this.#admit();
    await this.#place(signal);
    try {
      await this.#serve(signal);
    } finally {
      this.#working -= 1;
      this.#waiting.shift()?.();
    }
    await this.#wait(this.#traits.networkMs, signal);
    if (quota) observe(quota);
    this.answered += 1;
    this.answeredBy.set(query, (this.answeredBy.get(query) ?? 0) + 1);
    return query;
  };

  get #perMs(): number {
    return this.#traits.callsPerMinute / 60_000;
  }

  #refusal(): ProviderError | undefined {
    const { cap, aboveCap, burst, isSilent, retryAfterMs } = this.#traits;
    const now = this.#clock.now();
    const flowed = (now - this.#filledAt) * this.#perMs;
    this.#tokens = this.#perMs === Infinity ? Infinity : Math.min(burst, this.#tokens + flowed);
    this.#filledAt = now;
    if (this.#working >= cap && aboveCap === 'refused') {
      this.refusedForCap += 1;
      return new ProviderError(429, isSilent ? undefined : retryAfterMs);
    }
    if (this.#tokens >= 1) return undefined;
    this.refusedForRate += 1;
    return new ProviderError(429, isSilent ? undefined : Math.ceil((1 - this.#tokens) / this.#perMs));
  }

  #admit(): RateQuota | undefined {
    this.#tokens -= 1;
    if (!this.#traits.tellsQuota) return undefined;
    const { burst } = this.#traits;
    const resetsInMs = (burst - this.#tokens) / this.#perMs;
    return { requests: { remaining: Math.floor(this.#tokens), limit: burst, resetsInMs } };
  }

  async #place(signal: AbortSignal): Promise<void> {
    if (this.#working >= this.#traits.cap) {
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
      });
    }
    this.#working += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#working);
    signal.throwIfAborted();
  }

  async #serve(signal: AbortSignal): Promise<void> {
    const { medianMs, sigma, shareOfFaults, shareHung } = this.#traits;
    const normal = Math.sqrt(-2 * Math.log(1 - this.#random())) * Math.cos(2 * Math.PI * this.#random());
    const ms = medianMs * Math.exp(sigma * normal);
    const luck = this.#random();
    const startedAt = this.#clock.now();
    try {
      if (luck < shareHung) await this.#wait(24 * 3_600_000, signal);
      await this.#wait(luck < shareHung + shareOfFaults ? ms / 2 : ms, signal);
    } finally {
      this.workedMs += this.#clock.now() - startedAt;
      this.longestMs = Math.max(this.longestMs, this.#clock.now() - startedAt);
    }
    if (luck < shareHung + shareOfFaults) throw new ProviderError(500);
  }

  async #wait(ms: number, signal: AbortSignal): Promise<void> {
    if (ms > 0) await this.#clock.sleep(ms, signal);
  }
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32, by Tommy Ettinger, in the public domain). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
