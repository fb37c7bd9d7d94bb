import { CascadeError } from '../../errors/cascadeError';
import { InvalidParameterError } from '../../errors/invalidParameterError';
import { GuardrailViolation, type Violation } from '../guardrailViolation';
import { GuardedPieces, type Piece } from './guardedPieces';
import type { SentenceJudge, StreamGuardOptions } from './streamOptions';

/**
 * Guards a text while it is written, such as a model's answer. What `push` and `end` return, put together, is what the
 * redaction of the whole text would be, in whatever chunks it comes:
 *
 * - No character is given out that later turns out to belong to a finding of up to 512 characters. What was given out
 *   is never taken back, and what is not part of a finding is never lost.
 * - What has certainly begun (a key block, the prefix of a token) is held until it ends. When 8,192 characters have not
 *   ended it, the text stops.
 * - With `moderate`, each sentence (cut after 800 characters at most) is judged before any of it is given out.
 * - A character is read 4 times at most, and 262,144 characters more in all, however small the chunks.
 *
 * Whatever is thrown ends the guard: it gives out nothing more.
 */
export class StreamGuard {
  readonly #pieces: GuardedPieces;
  readonly #moderate: SentenceJudge<readonly Violation[]> | undefined;
  #isOpen = true;

  /** @throws {InvalidParameterError} */
  constructor(options: StreamGuardOptions = {}) {
    this.#pieces = new GuardedPieces(options);
    this.#moderate = options.moderate;
  }

  /**
   * Takes the next chunk, of any length; a character may be cut in two.
   *
   * @returns what may be given out now, possibly nothing
   * @throws {GuardrailViolation} when the text stops here; what the same chunk held before that place is not given out
   * @throws {InvalidParameterError} when it is not a text, or the judge gives no list
   * @throws {CascadeError} after the end
   */
  push(chunk: string): string {
    return this.#judged(this.#pieces.push(chunk), true);
  }

  /**
   * @returns all that is left
   * @throws {GuardrailViolation} as `push` does
   */
  end(): string {
    return this.#judged(this.#pieces.end(), false);
  }

  #judged(pieces: Iterable<Piece>, goesOn: boolean): string {
    if (!this.#isOpen) throw new CascadeError('The guarded text is at its end', { code: 'STREAM_ENDED' });
    this.#isOpen = false;
    let allowed = '';
    for (const { text, before } of pieces) {
      if (this.#moderate) refuse(this.#moderate(text, before));
      allowed += text;
    }
    this.#isOpen = goesOn;
    return allowed;
  }
}

/**
 * The chunks of a stream as {@link StreamGuard} lets them pass. The judge may take its time. What precedes the place
 * where the text stops is given out, then {@link GuardrailViolation} is thrown; when the source fails, what is held
 * back stays back.
 *
 * @throws {InvalidParameterError} with the first chunk asked for
 */
export async function* guardStream(
  chunks: AsyncIterable<string>,
  options: StreamGuardOptions<readonly Violation[] | Promise<readonly Violation[]>> = {},
): AsyncGenerator<string, void, undefined> {
  const pieces = new GuardedPieces(options);
  for await (const chunk of chunks) yield* judged(pieces.push(chunk), options.moderate);
  yield* judged(pieces.end(), options.moderate);
}

async function* judged(
  pieces: Iterable<Piece>,
  moderate: StreamGuardOptions<readonly Violation[] | Promise<readonly Violation[]>>['moderate'],
): AsyncGenerator<string, void, undefined> {
  for (const { text, before } of pieces) {
    if (moderate) refuse(await moderate(text, before));
    yield text;
  }
}

/** A promise where none is waited for, or nothing at all, is no verdict. */
function refuse(violations: readonly Violation[]): void {
  if (!Array.isArray(violations)) {
    throw new InvalidParameterError('moderate', violations, 'a function that gives a list of violations', {
      isPrivate: true,
    });
  }
  if (violations.length > 0) throw new GuardrailViolation(violations);
}
