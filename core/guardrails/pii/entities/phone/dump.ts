import type { DigitWindow } from '../../scan/digitWindow';

/**
 * Whether so many pairs begin at a position that every number of up to eight of them stands before another pair. It is
 * asked first, so that long rows of pairs are passed over quickly.
 */
export function beginsDump(text: string, position: number): boolean {
  if (text.charAt(position + 2) !== ' ') return false;
  NINE_PAIRS.lastIndex = position;
  return NINE_PAIRS.test(text);
}

const NINE_PAIRS = /(?:[0-9]{2} ){8}[0-9]{2}(?![\p{L}\p{N}])/uy;

/** Whether `08 07 06 05 04` stands among more such pairs, also of hexadecimal digits: bytes, cells of a table. */
export function isInDump(text: string, window: DigitWindow): boolean {
  const { start, end } = window;
  if (window.digitCount !== 2 * window.groupCount || !/^2+$/.test(window.shape)) return false;
  return (
    (text.charAt(start - 1) === ' ' && isPair(text, start - 3)) ||
    (text.charAt(end) === ' ' && isPair(text, end + 1))
  );
}

/** Whether two hexadecimal digits, one of them decimal, stand alone at a position. */
function isPair(text: string, position: number): boolean {
  const first = text.charCodeAt(position);
  const second = text.charCodeAt(position + 1);
  return (
    ((isDecimal(first) && isHexadecimal(second)) || (isHexadecimal(first) && isDecimal(second))) &&
    !isPartOfWord(text, position - 1) &&
    !isPartOfWord(text, position + 2)
  );
}

function isDecimal(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isHexadecimal(code: number): boolean {
  return isDecimal(code) || (code >= 0x61 && code <= 0x66) || (code >= 0x41 && code <= 0x46);
}

function isPartOfWord(text: string, position: number): boolean {
  const character = text.charAt(position);
  return character !== ' ' && LETTER_OR_DIGIT.test(character);
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
