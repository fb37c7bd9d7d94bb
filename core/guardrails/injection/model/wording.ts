import { once } from '../../once';
import { plainText } from '../../text/plainText';
import { piecesOf } from '../phrases/tokens';
import { Vocabulary } from '../phrases/vocabulary';
import { CONCEPTS } from '../vocabulary/concepts';

/** Two concepts are seen together when so many words or fewer lead from one to the other. */
const REACH = 6;
/** No word begins like this, so a concept is never taken for one. */
export const CONCEPT_MARK = '#';
const FIRST_LETTER = 65;
const APOSTROPHE = "'";

const wordsOfConcepts = once(() => {
  const vocabulary = new Vocabulary();
  for (const [concept, words] of CONCEPTS.entries()) {
    for (const word of words) vocabulary.add(plainWord(word), concept);
  }
  return vocabulary;
});

/**
 * The words of a plain text, and behind them what they stand for: each concept, and each two concepts near each other
 * in their order. That is what a text in other words, or another language, has in common with one that was learnt from.
 * Nothing at all of a text that speaks of no concept: no attack does.
 */
export function withConcepts(words: readonly string[]): readonly string[] {
  const concepts = conceptsOf(words);
  if (concepts.every((name) => name === '')) return [];
  const seen = [...words];
  for (const [index, name] of concepts.entries()) {
    if (name === '') continue;
    seen.push(`${CONCEPT_MARK}${name}`);
    for (const other of concepts.slice(index + 1, index + 1 + REACH)) {
      if (other !== '') seen.push(`${CONCEPT_MARK}${name}${other}`);
    }
  }
  return seen;
}

/** By word, in the order of the text. */
function conceptsOf(words: readonly string[]): readonly string[] {
  const vocabulary = wordsOfConcepts();
  const concepts: string[] = [];
  for (const word of words) {
    const bare = word.includes(APOSTROPHE) ? word.replace(APOSTROPHE, '') : word;
    for (const piece of piecesOf(bare, vocabulary)) concepts.push(nameOf(vocabulary.setsOf(piece)));
  }
  return concepts;
}

/** A letter for each concept; a word with several meanings has the first. Empty for a word that stands for none. */
function nameOf(concepts: readonly number[]): string {
  return concepts.length === 0 ? '' : String.fromCodePoint(FIRST_LETTER + Math.min(...concepts));
}

function plainWord(word: string): string {
  return word.endsWith('*') ? `${plainText(word.slice(0, -1))}*` : plainText(word);
}
