import { REACH, type OpenEnd } from '../spans/finder';
import { viewOf } from '../text/textView';
import { firstKnownPrefix } from './formats/findTokens';
import { JWT_PREFIX } from './jsonWebToken';
import { openKeyBlock } from './keyBlocks';

/** A character of tokens of any format. */
const OF_TOKENS = /[\w.~+/=:%$-]/;
const BLANK = /\s/;

/** What of a text's end may still become a secret: a key block that is not closed, a token, the word under way. */
export function openEndOf(original: string): OpenEnd {
  const view = viewOf(original);
  const { text } = view;
  const at = (position: number) =>
    position < text.length ? view.originalSpan(position, position)[0] : original.length;
  const word = at(startOfTail(text, (character) => !BLANK.test(character)));
  const known = at(Math.min(openKeyBlock(text) ?? text.length, openToken(text)));
  const isBeyondReach = known < word || original.length - known > REACH;
  return isBeyondReach ? { from: known, known: true } : { from: word, known: false };
}

/** Where the prefix of a token stands that has not ended; the text's length when there is none. */
function openToken(text: string): number {
  const start = startOfTail(text, (character) => OF_TOKENS.test(character));
  const tail = text.slice(start);
  const prefixes = [firstKnownPrefix(tail), tail.indexOf(JWT_PREFIX)].filter((position) => position >= 0);
  return start + Math.min(tail.length, ...prefixes);
}

/** Where the longest end of a text begins that has only such characters. */
function startOfTail(text: string, belongs: (character: string) => boolean): number {
  let start = text.length;
  while (start > 0 && belongs(text.charAt(start - 1))) start -= 1;
  return start;
}
