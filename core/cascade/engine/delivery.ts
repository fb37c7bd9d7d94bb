import { asError } from '../../errors/asError';
import { CascadeError } from '../../errors/cascadeError';
import type { Awaitable } from '../../stores/awaitable';

/**
 * Passes the text of an answer on, piece by piece and in order. What was passed on is never taken back, so pieces are
 * held until they may be shown, and blank ones until there is a word: an empty answer can still be asked for again.
 */
export class Delivery {
  readonly #onText: (text: string) => Awaitable<void>;
  #isOpen: boolean;
  #held: string[] = [];
  #hasWords = false;
  #line: Promise<void> = Promise.resolve();
  /** How many pieces its taker has not taken yet. */
  #untaken = 0;
  #refusal: Error | undefined;
  /** Whether something was passed on. */
  hasGiven = false;

  constructor(onText: (text: string) => Awaitable<void>, { isOpen }: { isOpen: boolean }) {
    this.#onText = onText;
    this.#isOpen = isOpen;
  }

  /** Drops what is held: the answer that it belongs to has failed. */
  forget(): void {
    this.#held = [];
    this.#hasWords = false;
  }

  /**
   * Resolves when the piece was taken, or is held.
   *
   * @throws what its taker throws
   */
  async piece(text: string): Promise<void> {
    if (text === '') return;
    this.#held.push(text);
    this.#hasWords ||= text.trim() !== '';
    await this.#passOn();
  }

  /** From now on pieces are passed on, those first that were held. @throws what their taker throws */
  async open(): Promise<void> {
    this.#isOpen = true;
    await this.#passOn();
  }

  /** What the taker of the pieces failed with, if it did. */
  get refusal(): Error | undefined {
    return this.#refusal;
  }

  /** The time for the answer is over: a taker that has a piece and is not done with it has failed. */
  timeIsOver(): void {
    if (this.#untaken > 0) this.#refusal ??= notTaken();
  }

  async #passOn(): Promise<void> {
    if (!this.#isOpen || !this.#hasWords || this.#held.length === 0) return;
    const text = this.#held.join('');
    this.#held = [];
    this.hasGiven = true;
    this.#untaken += 1;
    this.#line = this.#line
      .then(() => this.#onText(text))
      .then(() => {
        this.#untaken -= 1;
      })
      .catch((reason: unknown) => {
        this.#refusal = asError(reason);
        throw this.#refusal;
      });
    await this.#line;
  }
}

export function notTaken(): CascadeError {
  return new CascadeError('The text of the answer was not taken in time', { code: 'TEXT_NOT_TAKEN' });
}
