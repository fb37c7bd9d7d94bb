import { GuardrailViolation } from '../guardrailViolation';
import { readText } from '../text/readText';
import { FindingFilter, type Part } from './findingFilter';
import { Sentences } from './sentences';
import { labelled, readOnFinding, type StreamGuardOptions } from './streamOptions';

/** A part of a stream that may be given out when its judge agrees. */
export interface Piece {
  readonly text: string;
  /** The piece before it. */
  readonly before: string;
}

/** Redacts a text that comes in pieces, and cuts it into sentences if they are to be judged. */
export class GuardedPieces {
  readonly #filter: FindingFilter;
  readonly #sentences: Sentences | undefined;
  readonly #onFinding: 'redact' | 'stop';
  readonly #replace: (value: string, type: string) => string;
  #before = '';

  /** @throws {InvalidParameterError} */
  constructor({ detectors = [], onFinding, replace = labelled, moderate }: StreamGuardOptions<unknown>) {
    this.#filter = new FindingFilter(detectors);
    this.#sentences = moderate && new Sentences();
    this.#onFinding = readOnFinding(onFinding);
    this.#replace = replace;
  }

  /**
   * @throws {GuardrailViolation} after the pieces before the place that stops the text
   * @throws {InvalidParameterError} when it is not a text
   */
  *push(chunk: string): Generator<Piece> {
    yield* this.#inSentences(this.#filter.push(readText(chunk, 'chunk')));
  }

  /** @throws {GuardrailViolation} */
  *end(): Generator<Piece> {
    yield* this.#inSentences(this.#filter.end());
    for (const sentence of this.#sentences?.end() ?? []) yield this.#next(sentence);
  }

  *#inSentences(parts: Iterable<Part>): Generator<Piece> {
    for (const part of parts) {
      const text = this.#allowed(part);
      if (text === '') continue;
      for (const piece of this.#sentences?.push(text) ?? [text]) yield this.#next(piece);
    }
  }

  #allowed(part: Part): string {
    if (part.kind === 'plain') return part.text;
    if (this.#onFinding === 'redact') return this.#replace(part.value, part.type);
    throw new GuardrailViolation([
      {
        guardrail: part.detector.guardrail,
        category: part.type,
        message: `The text holds what must not be given out: ${part.type}`,
      },
    ]);
  }

  #next(text: string): Piece {
    const piece = { text, before: this.#before };
    this.#before = text;
    return piece;
  }
}
