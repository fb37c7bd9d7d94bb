import type { Awaitable } from './awaitable';

/** A text that a placeholder stands for. */
export interface HiddenValue {
  /** What kind of value: `EMAIL`. Letters, digits and underscores, in capitals. */
  readonly label: string;
  /** The text exactly as it was written. */
  readonly value: string;
}

/**
 * The values that placeholders stand for, by conversation, so that a model's answer can be restored. They rest in
 * clear text until `ttlMs` have passed without a use of the conversation: whoever can read the store can read them.
 * Static data is only cleared of them by the next execution that saves it.
 * A placeholder is known by its name, its label and its number: `EMAIL_1`.
 */
export interface RedactionStore {
  /**
   * Gives the name of each value, in their order: the one that it has in this conversation, or the next one of its
   * label. One step, however many ask at once: no name stands for two values, and no value has two names.
   *
   * @param ttlMs whole ms
   * @throws {RedactionsFullError} when they would be more than `MOST_PLACEHOLDERS`; then nothing is kept
   */
  assignPlaceholders(
    conversationId: string,
    values: readonly HiddenValue[],
    ttlMs: number,
  ): Awaitable<readonly string[]>;
  /** The values of a conversation by the names of their placeholders; empty when there are none, or no longer. */
  placeholdersOf(conversationId: string): Awaitable<ReadonlyMap<string, string>>;
  /** Forgets the values of a conversation. True when there were any. */
  deleteRedactions(conversationId: string): Awaitable<boolean>;
}
