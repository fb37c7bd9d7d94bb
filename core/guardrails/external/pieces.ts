import { GuardrailEngineError } from './engineError';

/** How a long text is cut for an engine. All in UTF-16 units. */
export interface PieceRules {
  /** Of one piece, at most. */
  readonly size: number;
  /** What a piece repeats of the one before, so that nothing is torn apart unseen. Less than half of `size`. */
  readonly overlap: number;
  /** A longer text is refused: what is left out would pass unseen. */
  readonly longest: number;
}

const LONE_SURROGATE = /\p{Surrogate}/gu;

/**
 * The text in pieces, cut between words where that is possible. Blank pieces are left out; half characters, which
 * providers refuse, are replaced.
 *
 * @throws {GuardrailEngineError} `too_long`
 */
export function piecesOf(engine: string, text: string, { size, overlap, longest }: PieceRules): string[] {
  if (text.length > longest) throw tooLong(engine, text.length, longest);
  const whole = text.replace(LONE_SURROGATE, '\ufffd');
  const pieces: string[] = [];
  for (let start = 0, end = 0; end < whole.length; start = characterStart(whole, end - overlap)) {
    end = endOfPiece(whole, start, size);
    pieces.push(whole.slice(start, end));
  }
  return pieces.filter((piece) => piece.trim() !== '');
}

function endOfPiece(text: string, start: number, size: number): number {
  if (text.length - start <= size) return text.length;
  const room = text.slice(start, start + size);
  const blank = Math.max(room.lastIndexOf(' '), room.lastIndexOf('\n'));
  return blank > size / 2 ? start + blank : characterStart(text, start + size);
}

/** A position that is not between the two halves of a character. */
function characterStart(text: string, position: number): number {
  return (text.codePointAt(position - 1) ?? 0) > 0xffff ? position - 1 : position;
}

function tooLong(engine: string, length: number, longest: number): GuardrailEngineError {
  return new GuardrailEngineError(
    `The text has ${String(length)} characters; the engine "${engine}" judges at most ${String(longest)}`,
    { engine, fault: 'too_long' },
  );
}
