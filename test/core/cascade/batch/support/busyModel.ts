import { hash } from 'node:crypto';
import {
  textOf,
  type ChatModel,
  type ChatReply,
  type ChatRequest,
} from '../../../../../core/models/chatModel';
import { ChatModelError } from '../../../../../core/models/chatModelError';
import type { Clock } from '../../../../../core/time/clock';

export interface BusyModelOptions {
  readonly clock: Clock;
  readonly id: string;
  /** What it answers. */
  readonly answer: (query: string) => string;
  /** How many calls it takes at once; any number when left out. */
  readonly atOnce?: number;
  /** How many calls a minute it takes, a sixtieth of them at once; any number when left out. */
  readonly perMinute?: number;
  /** In ms: between half and twice as much. */
  readonly latencyMs?: number;
  /** 0..1: how many calls fail with 500, and how many hang. */
  readonly failing?: number;
  readonly hanging?: number;
}

/** A model whose provider takes only so many calls, at once or a minute, and fails now and then: by query and attempt. */
export class BusyModel implements ChatModel {
  readonly id: string;
  readonly #options: BusyModelOptions;
  readonly #attempts = new Map<string, number>();
  #underWay = 0;
  #tokens: number;
  #filledAt: number;
  /** How often each query was answered. */
  readonly answered = new Map<string, number>();
  calls = 0;
  refused = 0;
  /** For how long calls were under way, in ms: each by itself, also those that failed. */
  busyMs = 0;

  constructor(options: BusyModelOptions) {
    this.id = options.id;
    this.#options = options;
    this.#tokens = this.#bucket;
    this.#filledAt = options.clock.now();
  }

  get underWay(): number {
    return this.#underWay;
  }

  /** How long the calls that it took need at least, in ms. */
  get leastMs(): number {
    const { atOnce = Infinity, perMinute = Infinity } = this.#options;
    const taken = this.calls - this.refused;
    const paced = perMinute === Infinity ? 0 : ((taken - this.#bucket) * 60_000) / perMinute;
    return Math.max(this.busyMs / atOnce, paced);
  }

  async complete({ messages, signal }: ChatRequest): Promise<ChatReply> {
    const query = textOf(messages.at(-1)?.content ?? '');
    const attempt = (this.#attempts.get(query) ?? 0) + 1;
    this.calls += 1;
    this.#admit();
    this.#attempts.set(query, attempt);
    this.#underWay += 1;
    const { clock } = this.#options;
    const startedAt = clock.now();
    try {
      return await this.#serve(query, attempt, signal);
    } finally {
      this.#underWay -= 1;
      this.busyMs += clock.now() - startedAt;
    }
  }

  /** @throws {ChatModelError} 429 */
  #admit(): void {
    const { clock, atOnce = Infinity, perMinute = Infinity } = this.#options;
    const now = clock.now();
    if (perMinute < Infinity) {
      this.#tokens = Math.min(this.#bucket, this.#tokens + ((now - this.#filledAt) * perMinute) / 60_000);
      this.#filledAt = now;
    }
    if (this.#underWay >= atOnce) throw this.#refusal(1000);
    if (this.#tokens < 1) throw this.#refusal(((1 - this.#tokens) * 60_000) / perMinute);
    if (perMinute < Infinity) this.#tokens -= 1;
  }

  get #bucket(): number {
    return Math.max(1, (this.#options.perMinute ?? Infinity) / 60);
  }

  #refusal(retryAfterMs: number): ChatModelError {
    this.refused += 1;
    return new ChatModelError('status 429: too many', { fault: 'rate_limit', status: 429, retryAfterMs });
  }

  async #serve(query: string, attempt: number, signal: AbortSignal | undefined): Promise<ChatReply> {
    const { clock, answer, latencyMs = 400, failing = 0, hanging = 0 } = this.#options;
    const draw = (what: string) => drawn(`${this.id} ${what} ${query} ${String(attempt)}`);
    if (attempt === 1 && draw('hang') < hanging) await clock.sleep(600_000, signal);
    await clock.sleep(latencyMs * 2 ** (2 * draw('latency') - 1), signal);
    if (draw('fail') < failing)
      throw new ChatModelError('status 500: broken', { fault: 'server', status: 500 });
    this.answered.set(query, (this.answered.get(query) ?? 0) + 1);
    return {
      text: answer(query),
      toolCalls: [],
      finishReason: 'stop',
      usage: { inputTokens: 100, outputTokens: 20 },
    };
  }
}

/** 0..1, always the same for the same text. */
export function drawn(text: string): number {
  return Number.parseInt(hash('sha256', text).slice(0, 12), 16) / 16 ** 12;
}
