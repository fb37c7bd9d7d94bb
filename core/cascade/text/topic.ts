import { withoutFunctionWords } from './functionWords';
import { contentWords, readable } from './words';

/** So many letters of a word's beginning tell what it is about, whatever its ending. */
const STEM = 5;
const HANGUL_STEM = 2;

const written = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;
const hangul = /^\p{sc=Hangul}/u;
/** Hiragana are mostly endings and particles, which any two texts share. */
const endings = /^\p{sc=Hiragana}+$/u;
const runs = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]+/gu;

/**
 * What a text is about, in pieces that another text on the same subject shares with it: the beginnings of its content
 * words; where words have no spaces between them, each pair of signs. Linear in the length of the text.
 *
 * @param content the text's `contentWords`, when they are known already
 */
export function topicOf(text: string, content: readonly string[] = contentWords(text)): readonly string[] {
  const words = withoutFunctionWords(content).filter((word) => !written.test(word));
  return [...words.map(beginning), ...signPairs(readable(text))];
}

function beginning(word: string): string {
  if (hangul.test(word)) return word.slice(0, HANGUL_STEM);
  const bare = word.startsWith('ال') ? word.slice(2) : word;
  return bare.slice(0, STEM);
}

function signPairs(text: string): string[] {
  return (text.match(runs) ?? []).flatMap((run) =>
    Array.from({ length: run.length - 1 }, (_, index) => run.slice(index, index + 2)).filter(
      (pair) => !endings.test(pair),
    ),
  );
}
