import type { Sentence, Token } from './sentence';

/** One place of a pattern: how many tokens it takes, and which. */
interface Element {
  /** Undefined takes any token. */
  readonly names: ReadonlySet<string> | undefined;
  /** Taken word by word, where the vocabularies do not know them as one. */
  readonly phrases: readonly (readonly string[])[];
  readonly least: number;
  readonly most: number;
}

/**
 * A sequence of words in a sentence. `i|we will|#intent* #kill ..2 #group` is: one of `i` and `we`, then up to six
 * words that are `will` or tagged as intent, one tagged `#kill`, at most two others, one tagged `#group`. A `?` makes
 * an element optional, `a_b` is two words in a row, `^` asks for the beginning of a clause, and a last `!a|b` for no such word behind.
 */
export interface Pattern {
  readonly elements: readonly Element[];
  readonly atClauseStart: boolean;
  readonly notBefore: ReadonlySet<string>;
  /** The names that the first token can have. */
  readonly beginnings: ReadonlySet<string>;
}

const MOST_REPEATED = 6;
const GAP = /^\.\.(\d)$/;

/** @throws {RangeError} when its first element may be left out, for it is found by that */
export function readPattern(source: string): Pattern {
  const parts = source.split(' ');
  const atClauseStart = parts[0] === '^';
  if (atClauseStart) parts.shift();
  const last = parts.at(-1) ?? '';
  const notBefore = last.startsWith('!') ? (parts.pop() ?? '').slice(1).split('|') : [];
  const elements = parts.map(elementOf);
  const first = elements[0];
  if (first?.names === undefined || first.least === 0)
    throw new RangeError(`"${source}" can begin with anything`);
  return {
    elements,
    atClauseStart,
    notBefore: new Set(notBefore),
    beginnings: first.names,
  };
}

function elementOf(part: string): Element {
  const gap = GAP.exec(part)?.[1];
  if (gap !== undefined) return { names: undefined, phrases: [], least: 0, most: Number(gap) };
  const optional = part.endsWith('?');
  const repeated = part.endsWith('*');
  const names = new Set((optional || repeated ? part.slice(0, -1) : part).split('|').map(asWord));
  const phrases = [...names].filter((name) => name.includes(' ')).map((name) => name.split(' '));
  return { names, phrases, least: optional || repeated ? 0 : 1, most: repeated ? MOST_REPEATED : 1 };
}

function asWord(name: string): string {
  return name.replaceAll('_', ' ');
}

/** Where the pattern ends (exclusive) that begins at `start`, or undefined. Takes a bounded number of steps. */
export function endOfMatch(pattern: Pattern, sentence: Sentence, start: number): number | undefined {
  if (pattern.atClauseStart && start > 0 && sentence[start]?.afterBreak !== true) return undefined;
  const end = matchFrom(pattern.elements, 0, sentence, start);
  return end !== undefined && answers(sentence[end], pattern.notBefore) ? undefined : end;
}

function matchFrom(
  elements: readonly Element[],
  index: number,
  sentence: Sentence,
  at: number,
): number | undefined {
  const element = elements[index];
  if (element === undefined) return at;
  for (const phrase of element.phrases) {
    const end = isAt(phrase, sentence, at)
      ? matchFrom(elements, index + 1, sentence, at + phrase.length)
      : undefined;
    if (end !== undefined) return end;
  }
  let taken = 0;
  while (taken < element.most && takes(element, sentence[at + taken])) taken += 1;
  for (; taken >= element.least; taken -= 1) {
    const end = matchFrom(elements, index + 1, sentence, at + taken);
    if (end !== undefined) return end;
  }
  return undefined;
}

function isAt(phrase: readonly string[], sentence: Sentence, at: number): boolean {
  return phrase.every((word, place) => sentence[at + place]?.word === word);
}

function takes({ names }: Element, token: Token | undefined): boolean {
  return token !== undefined && (names === undefined || answers(token, names));
}

function answers(token: Token | undefined, names: ReadonlySet<string>): boolean {
  if (token === undefined) return false;
  for (const name of token.names) if (names.has(name)) return true;
  return false;
}
