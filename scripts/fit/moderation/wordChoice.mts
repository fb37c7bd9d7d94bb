import * as contempt from '../../../core/guardrails/vocabulary/contempt.ts';
import * as harm from '../../../core/guardrails/vocabulary/harm.ts';
import * as selfHarm from '../../../core/guardrails/vocabulary/selfHarm.ts';
import * as sexual from '../../../core/guardrails/vocabulary/sexual.ts';
import * as slurs from '../../../core/guardrails/vocabulary/slurs.ts';
import type { WordPackages } from '../data/wordPackages.mts';
import type { Document } from '../linear/textSpace.mts';
import type { WordSpace } from '../linear/wordSpace.mts';

const MOST_WORDS = 16_383;
const MOST_LISTS = 31;
const WORD = /^\p{L}+(?:'\p{L}+)?$/u;

/** What is known of words: their meanings, and which lists they are on, our own and those of others. */
export function moderationWordSpace({ vectors, lists }: WordPackages): WordSpace {
  const all = [...lists, ...ownLists()].slice(0, MOST_LISTS);
  return {
    vectorOf: (word) => vectors.get(word),
    listsOf: (word) => all.reduce((mask, list, bit) => (isOn(list, word) ? mask | (1 << bit) : mask), 0),
  };
}

/** The words that get weights: those of the texts and lists of which something is known, then the most frequent. */
export function chosenWords(
  documents: readonly Document[],
  { vectors, lists }: WordPackages,
  space: WordSpace,
): readonly string[] {
  const isKnown = (word: string): boolean => vectors.has(word) || space.listsOf(word) !== 0;
  const used = documents.flatMap(({ tokens }) => tokens).filter(isKnown);
  const listed = [...lists, ...ownLists()].flatMap((list) => [...list]).filter((word) => vectors.has(word));
  const words = new Set([...used, ...listed.filter((word) => WORD.test(word))]);
  for (const word of vectors.keys()) {
    if (words.size >= MOST_WORDS) break;
    if (WORD.test(word)) words.add(word);
  }
  return [...words].slice(0, MOST_WORDS);
}

function ownLists(): readonly ReadonlySet<string>[] {
  return [slurs, contempt, harm, sexual, selfHarm]
    .flatMap((module): readonly (readonly string[])[] => Object.values(module))
    .map((words) => new Set(words));
}

/** The lists do not have all plurals. */
function isOn(list: ReadonlySet<string>, word: string): boolean {
  return list.has(word) || (word.endsWith('s') && list.has(word.slice(0, -1)));
}
