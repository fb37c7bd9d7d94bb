import { isKnownWord } from './knownWords';

/** What a sign stands for inside a word. `1` and `|` are read as `i` or `l`, whichever gives a word. */
const LETTER_OF: ReadonlyMap<string, string> = new Map([
  ['0', 'o'],
  ['3', 'e'],
  ['4', 'a'],
  ['5', 's'],
  ['7', 't'],
  ['8', 'b'],
  ['9', 'g'],
  ['@', 'a'],
  ['$', 's'],
  ['!', 'i'],
  ['+', 't'],
  ['€', 'e'],
]);

const BESIDE_A_LETTER = /(?<=[a-z])[0-9@$!|+€]|[0-9@$|+€][a-z]/;
const SIGN = /[0-9@$|+€]|(?<=[a-z])!(?=[a-z])/g;
const OF_A_WORD = /[a-z0-9@$!|+€]/;
const SHORT_WORD = /^(?:[013457]{1,2}|[a-z][013457]|[013457][a-z])$/;
const BLANK = /^\s?$/;
const ADDRESS_BEHIND = /^\.[a-z]/;

/** `mp3`, `covid19`, `python3`: a name and its number; `us$`. */
const NAME_AND_NUMBER = /^[a-z]+[\d$]+$/;
/** `20min`, `4th`, `3d`: a number and its unit. */
const NUMBER_AND_UNIT =
  /^\d+(?:\d[a-z]+|st|nd|rd|th|s|am|pm|[dgxkmbpghlwv]|kg|km|cm|mm|nm|ml|mg|gb|mb|tb|kb|hz|khz|mhz|ghz|ft|in|lbs?|oz|mins?|h|hrs?|sec|ms|bn|mph|kmh|pcs?|yrs?|yo|way|star|pack|bit|am|px|pt|fps|rpm|[kmg]bps|dpi|usd|eur|gbp)$/;
const LONGEST = 24;

/** Text with the digits and signs that stand for letters as letters; numbers, dates, units and product names stay. */
export function undoLeet(text: string): string {
  if (!BESIDE_A_LETTER.test(text)) return text;
  const tokens = [...signedTokens(text)];
  let result = '';
  let copied = 0;
  let beforeWasLeet = false;
  tokens.forEach((token, index) => {
    const before = beforeWasLeet && BLANK.test(text.slice(copied, token.start));
    const after = tokens[index + 1];
    const reading =
      token.isLeet || (SHORT_WORD.test(token.word) && (before || isLeetBehind(token, after, text)));
    beforeWasLeet = reading;
    if (!reading) return;
    result += text.slice(copied, token.start) + mostLikely(token.word);
    copied = token.end;
  });
  return copied === 0 ? text : result + text.slice(copied);
}

/** One word, known to be a word, as it is meant. */
export function undoLeetWord(word: string): string {
  return /[^a-z]/.test(word) ? mostLikely(word) : word;
}

/** A word with a sign in it. */
interface Token {
  readonly start: number;
  readonly end: number;
  readonly word: string;
  readonly isLeet: boolean;
}

function* signedTokens(text: string): Generator<Token> {
  let read = 0;
  for (const { index } of text.matchAll(SIGN)) {
    if (index < read) continue;
    let start = index;
    while (start > read && OF_A_WORD.test(text[start - 1] ?? '')) start -= 1;
    let end = index + 1;
    while (end < text.length && OF_A_WORD.test(text[end] ?? '')) end += 1;
    read = end;
    while (start < end && isPunctuation(text[start])) start += 1;
    while (end > start && isPunctuation(text[end - 1])) end -= 1;
    const word = text.slice(start, end);
    const isAddress = word.includes('@') && ADDRESS_BEHIND.test(text.slice(end, end + 2));
    yield { start, end, word, isLeet: !isAddress && isLeet(word) };
  }
}

/** At the edge of a word these signs are no letters. */
function isPunctuation(sign: string | undefined): boolean {
  return sign === '!' || sign === '|' || sign === '+';
}

/** `1`, `50` or `d0` is a word when a word beside it was written with digits: `wr1st5 50 n0b0dy`. */
function isLeetBehind(token: Token, after: Token | undefined, text: string): boolean {
  return after?.isLeet === true && BLANK.test(text.slice(token.end, Math.min(after.start, token.end + 2)));
}

function isLeet(word: string): boolean {
  if (word.length > LONGEST || /[26]/.test(word)) return false;
  const letters = word.replace(/[^a-z]/g, '').length;
  if (letters === 0 || word.length - letters > letters + 1) return false;
  if (NUMBER_AND_UNIT.test(word)) return false;
  if (letters === 1 || NAME_AND_NUMBER.test(word) || word.startsWith('@')) {
    return word.length > 2 && isKnownWord(mostLikely(word));
  }
  return true;
}

function mostLikely(word: string): string {
  const plain = word.replace(/[^1|a-z]/g, (sign) => LETTER_OF.get(sign) ?? sign);
  const readings = [
    plain.replace(/(?<=.)(?:11|\|\|)/g, 'll').replace(/[1|]/g, 'i'),
    plain.replace(/[1|]/g, 'l'),
    plain.replace(/[1|]/g, 'i'),
  ];
  return readings.find(isKnownWord) ?? readings[0] ?? plain;
}
