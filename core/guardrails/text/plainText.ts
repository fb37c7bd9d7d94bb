import { undoLeet } from './leetspeak';
import { inLatin } from './lookAlikes';
import { joinSpacedLetters } from './spacedLetters';
import { squeezeLetters } from './stretchedLetters';
import { viewOf } from './textView';

/** Blanks that are not already a single space. */
const BLANKS = /[^\S ]\s*| \s+/g;

/**
 * The words of a text as its writer means them to be read, for detectors that weigh words: lower case, without
 * diacritics, look-alike letters, digits for letters, spaced out or stretched letters, with one blank between words.
 * Signs stay, so that sentences can still be told apart. It has no positions: it is read, never cut out of.
 */
export function plainText(text: string): string {
  const lower = inLatin(viewOf(text).text.toLowerCase()).replaceAll('\r\n', '\n');
  return squeezeLetters(undoLeet(joinSpacedLetters(lower)))
    .replace(BLANKS, ' ')
    .trim();
}
