import { undoLeet } from './leetspeak';
import { inLatin } from './lookAlikes';
import { joinSpacedLetters } from './spacedLetters';
import { squeezeLetters } from './stretchedLetters';
import { viewOf } from './textView';

const BLANKS = /\s+/g;
const MANY_BLANKS = /[^\S ]| {2}/;

/**
 * The words of a text as its writer means them to be read, for detectors that weigh words: lower case, without
 * diacritics, look-alike letters, digits for letters, spaced out or stretched letters, with one blank between words.
 * Signs stay, so that sentences can still be told apart. It has no positions: it is read, never cut out of.
 */
export function plainText(text: string): string {
  const lower = inLatin(viewOf(text).text.toLowerCase()).replaceAll('\r\n', '\n');
  const words = squeezeLetters(undoLeet(joinSpacedLetters(lower)));
  return (MANY_BLANKS.test(words) ? words.replace(BLANKS, ' ') : words).trim();
}
