import { foldCharacter } from '../../text/foldCharacter';

/** A text for loose comparison, and where it stands in the original. Positions are UTF-16 units. */
export interface LooseText {
  readonly text: string;
  /** Where `text.slice(start, end)` stands in the original. */
  originalSpan(start: number, end: number): readonly [start: number, end: number];
}

/** A character with the marks on it; more marks than any language has are read as characters of their own. */
const CLUSTER = /\P{M}\p{M}{0,8}|\p{M}/suy;
const FIRST_MARK = 0x300;
/** Accents of Latin, Greek and Cyrillic, points of Hebrew and Arabic. Marks of other scripts are vowels. */
const OPTIONAL_MARKS = /[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u064b-\u0652\u0670]/g;
/** What each character of ASCII reads as. */
const ASCII: readonly string[] = Array.from({ length: 0x80 }, (_, code) =>
  readLoosely(String.fromCharCode(code)),
);

/**
 * Without case, accents and invisible characters, and with one blank wherever blanks or line breaks are: `Ｃａｆé  Noir`
 * reads `cafe noir`.
 */
export function looseTextOf(original: string): LooseText {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  let isBlank = false;
  for (let start = 0, end = 0; start < original.length; start = end) {
    const cluster = clusterAt(original, start);
    end = start + cluster.length;
    const loose = looseCharacter(cluster);
    if (loose === ' ' && isBlank) {
      ends[ends.length - 1] = end;
      continue;
    }
    if (loose !== '') isBlank = loose === ' ';
    text += loose;
    while (starts.length < text.length) {
      starts.push(start);
      ends.push(end);
    }
  }
  return {
    text,
    originalSpan: (start, end) => [starts[start] ?? original.length, ends[end - 1] ?? original.length],
  };
}

function clusterAt(text: string, position: number): string {
  if (text.charCodeAt(position) < ASCII.length && !(text.charCodeAt(position + 1) >= FIRST_MARK)) {
    return text.charAt(position);
  }
  CLUSTER.lastIndex = position;
  return CLUSTER.exec(text)?.[0] ?? text.charAt(position);
}

function looseCharacter(cluster: string): string {
  const known = cluster.length === 1 ? ASCII[cluster.charCodeAt(0)] : undefined;
  return known ?? readLoosely(cluster);
}

function readLoosely(cluster: string): string {
  if (/^\s$/.test(cluster)) return ' ';
  const folded = Array.from(cluster, foldCharacter).join('');
  // Up and down again: ß becomes ss, both sigmas one.
  const caseless = folded.toUpperCase().toLowerCase();
  return caseless.normalize('NFD').replace(OPTIONAL_MARKS, '').normalize('NFC');
}
