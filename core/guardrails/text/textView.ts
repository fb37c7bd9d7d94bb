import { foldCodePoint } from './foldCharacter';

/**
 * A text as a reader sees it, for detectors: digits of every script as 0-9, full-width and mathematical letters as
 * plain ones, every dash as `-`, every blank as a space (line breaks stay), and nothing of what is invisible. Spans
 * found in it are given back in the original. All positions are UTF-16 units, ends exclusive.
 */
export interface TextView {
  readonly original: string;
  readonly text: string;
  /** Where `text.slice(start, end)` stands in the original, with the invisible characters inside it. */
  originalSpan(start: number, end: number): readonly [start: number, end: number];
}

/** Characters that are never changed, so that most texts need no second copy: ASCII without its control characters. */
const PLAIN = /^[\n\r\t\x20-\x7e]*$/;

export function viewOf(original: string): TextView {
  if (PLAIN.test(original)) {
    return { original, text: original, originalSpan: (start, end) => [start, end] };
  }
  return new FoldedView(original);
}

class FoldedView implements TextView {
  readonly original: string;
  readonly text: string;
  readonly #stretches: readonly Stretch[];

  constructor(original: string) {
    const { text, stretches } = folded(original);
    this.original = original;
    this.text = text;
    this.#stretches = stretches;
  }

  originalSpan(start: number, end: number): readonly [number, number] {
    const from = start < this.text.length ? this.#originalOf(start)[0] : this.original.length;
    return [from, end > start ? this.#originalOf(end - 1)[1] : from];
  }

  /** Where the character that gave a unit of the text begins and ends in the original. */
  #originalOf(position: number): readonly [number, number] {
    const stretch = this.#stretches[this.#stretchAt(position)];
    if (stretch === undefined) return [this.original.length, this.original.length];
    const { start, original, length } = stretch;
    if (length !== undefined) return [original, original + length];
    return [original + position - start, original + position - start + 1];
  }

  #stretchAt(position: number): number {
    let low = 0;
    let high = this.#stretches.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#stretches[middle]?.start ?? 0) <= position) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** A piece of a folded text: units that each stand for one of the original, or those that one character gave. */
interface Stretch {
  readonly start: number;
  /** Where it begins in the original. */
  readonly original: number;
  /** How long the character is in the original; left out where unit stands for unit. */
  readonly length?: number;
}

function folded(original: string): { text: string; stretches: readonly Stretch[] } {
  const stretches: Stretch[] = [];
  let text = '';
  /** How far the stretch that is being read is shifted; NaN when none is. */
  let shift = Number.NaN;
  const takeUnits = (units: string, position: number) => {
    if (position - text.length !== shift) stretches.push({ start: text.length, original: position });
    shift = position - text.length;
    text += units;
  };
  for (let position = 0; position < original.length;) {
    const plainEnd = endOfPlain(original, position);
    if (plainEnd > position) {
      takeUnits(original.slice(position, plainEnd), position);
      position = plainEnd;
      continue;
    }
    const code = original.codePointAt(position) ?? 0;
    const length = code > LAST_UNIT ? 2 : 1;
    const character = foldCodePoint(code);
    if (character.length === length) {
      takeUnits(character, position);
    } else if (character !== '') {
      stretches.push({ start: text.length, original: position, length });
      shift = Number.NaN;
      text += character;
    }
    position += length;
  }
  return { text, stretches };
}

/** Characters beyond this take two UTF-16 units. */
const LAST_UNIT = 0xffff;

/** Where the printable ASCII characters that a position begins with end. */
function endOfPlain(text: string, position: number): number {
  let end = position;
  for (let code = text.charCodeAt(end); code >= 0x20 && code <= 0x7e; code = text.charCodeAt(end)) end += 1;
  return end;
}
