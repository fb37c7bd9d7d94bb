import { allPhrases } from './lexicon';

/** A phrase of the vocabularies. */
interface Phrase {
  readonly text: string;
  readonly words: readonly string[];
}

/** By the first word and the second, the longest first. */
const PHRASES = new Map<string, Map<string, Phrase[]>>();

for (const text of allPhrases()) {
  const words = text.split(' ');
  const [first = '', second = ''] = words;
  const bySecond = PHRASES.get(first) ?? new Map<string, Phrase[]>();
  const phrases = [...(bySecond.get(second) ?? []), { text, words }];
  phrases.sort((one, other) => other.words.length - one.words.length);
  PHRASES.set(first, bySecond.set(second, phrases));
}

/** The longest phrase that begins at a place among words. */
export function phraseAt(words: readonly { readonly word: string }[], at: number): Phrase | undefined {
  const bySecond = PHRASES.get(words[at]?.word ?? '');
  const phrases = bySecond?.get(words[at + 1]?.word ?? '');
  return phrases?.find((phrase) => phrase.words.every((word, place) => words[at + place]?.word === word));
}
