import type { HiddenValue } from '../redactionStore';
import { Sweep } from '../sweep';
import { Placeholders } from './placeholders';

/** The placeholders of a conversation, and until when they are kept. */
export interface Conversation {
  readonly placeholders: Placeholders;
  /** How long they are kept after each use, in ms. */
  ttlMs: number;
  /** In ms since the epoch. */
  expiresAt: number;
}

/** The conversations of one process, in a Map: their ids are data, never property names. */
export class Conversations {
  readonly #conversations = new Map<string, Conversation>();
  readonly #sweep = new Sweep(this.#conversations);

  get all(): ReadonlyMap<string, Conversation> {
    return this.#conversations;
  }

  /** The conversation if it is not over. */
  find(id: string, now: number): Conversation | undefined {
    const conversation = this.#conversations.get(id);
    if (!conversation || conversation.expiresAt > now) return conversation;
    this.#conversations.delete(id);
    return undefined;
  }

  /** Those of the values that have no name in the conversation yet, each once. */
  unnamed(id: string, values: readonly HiddenValue[], now: number): readonly HiddenValue[] {
    return (this.find(id, now)?.placeholders ?? new Placeholders()).unnamed(values);
  }

  /** @throws {RedactionsFullError} */
  assign(id: string, values: readonly HiddenValue[], ttlMs: number, now: number): readonly string[] {
    const known = this.find(id, now);
    const conversation = known ?? { placeholders: new Placeholders(), ttlMs, expiresAt: now + ttlMs };
    const names = conversation.placeholders.assign(values);
    conversation.ttlMs = ttlMs;
    conversation.expiresAt = now + ttlMs;
    if (!known && names.length > 0) this.add(id, conversation, now);
    return names;
  }

  /** Keeps it for another `ttlMs`. */
  renew(conversation: Conversation, now: number): void {
    conversation.expiresAt = now + conversation.ttlMs;
  }

  add(id: string, conversation: Conversation, now: number): void {
    this.#sweep.onArrival((other) => this.find(other, now));
    this.#conversations.set(id, conversation);
  }

  delete(id: string): boolean {
    return this.#conversations.delete(id);
  }

  dropExpired(now: number): void {
    for (const id of this.#conversations.keys()) this.find(id, now);
  }
}
