import type { DigitWindow } from '../../scan/digitWindow';

/** Whether `08 07 06 05 04` stands among more such pairs, also of hexadecimal digits: bytes, cells of a table. */
export function isInDump(text: string, { start, end, lengths }: DigitWindow): boolean {
  if (lengths.some((length) => length !== 2)) return false;
  return (
    (text.charAt(start - 1) === ' ' && isPair(text, start - 3)) ||
    (text.charAt(end) === ' ' && isPair(text, end + 1))
  );
}

/** Whether two hexadecimal digits, one of them decimal, stand alone at a position. */
function isPair(text: string, position: number): boolean {
  return (
    PAIR.test(text.slice(position, position + 2)) &&
    !isPartOfWord(text, position - 1) &&
    !isPartOfWord(text, position + 2)
  );
}

const PAIR = /^(?:[0-9][0-9a-f]|[a-f][0-9])$/i;

function isPartOfWord(text: string, position: number): boolean {
  return /[\p{L}\p{N}]/u.test(text.charAt(position));
}
