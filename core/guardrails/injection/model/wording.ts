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

const vocabulary = new Vocabulary();
for (const [concept, words] of CONCEPTS.entries()) {
  for (const word of words) vocabulary.add(plainWord(word), concept);
}

/**
 * The words of a plain text, and behind them what they stand for: each concept, and each two concepts near each other
 * in their order. That is what a text in other words, or another language, has in common with one that was learnt from.
 * Nothing at all of a text that speaks of no concept: no attack does.
 */
export function withConcepts(words: readonly string[]): readonly string[] {
  const concepts = words
    .flatMap((word) => piecesOf(word.replace(APOSTROPHE, ''), vocabulary))
    .map((word) => nameOf(vocabulary.setsOf(word)));
  if (concepts.every((name) => name === '')) return [];
  return [
    ...words,
    ...concepts.flatMap((name, index) => seenWith(name, concepts.slice(index + 1, index + 1 + REACH))),
  ];
}

function seenWith(name: string, next: readonly string[]): string[] {
  if (name === '') return [];
  const pairs = next.filter((other) => other !== '').map((other) => `${CONCEPT_MARK}${name}${other}`);
  return [`${CONCEPT_MARK}${name}`, ...pairs];
}

/** A letter for each concept; a word with several meanings has the first. Empty for a word that stands for none. */
function nameOf(concepts: readonly number[]): string {
  return concepts.length === 0 ? '' : String.fromCodePoint(FIRST_LETTER + Math.min(...concepts));
}

function plainWord(word: string): string {
  return word.endsWith('*') ? `${plainText(word.slice(0, -1))}*` : plainText(word);
}
