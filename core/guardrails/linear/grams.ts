import { EMPTY_HASH, hashFurther, hashOf, hashOfPair, spread } from './hash';

/** What a linear model can weigh: single words, two words in a row, parts of words. */
export const GRAM_KINDS = ['words', 'pairs', 'parts'] as const;

export type GramKind = (typeof GRAM_KINDS)[number];

const SHORTEST_PART = 3;
const LONGEST_PART = 5;
const EDGE = ' '.charCodeAt(0);

/** Gives `take` the hash of every gram of that kind. */
export function eachGram(kind: GramKind, tokens: readonly string[], take: (hash: number) => void): void {
  switch (kind) {
    case 'words':
      for (const token of tokens) take(hashOf(token));
      return;
    case 'pairs':
      eachPair(tokens, take);
      return;
    case 'parts':
      for (const token of tokens) eachPart(token, take);
      return;
  }
}

/** The first word and the last have the edge of the text as their neighbour. */
function eachPair(tokens: readonly string[], take: (hash: number) => void): void {
  let before = EMPTY_HASH;
  for (const token of tokens) {
    const hash = hashOf(token);
    take(hashOfPair(before, hash));
    before = hash;
  }
  take(hashOfPair(before, EMPTY_HASH));
}

/** Three to five letters in a row; the edges of the word count as one letter each. */
function eachPart(token: string, take: (hash: number) => void): void {
  const end = token.length + 1;
  for (let start = -1; start + SHORTEST_PART - 1 <= end - 1; start += 1) {
    let hash = EMPTY_HASH;
    for (let length = 1; length <= LONGEST_PART && start + length <= end; length += 1) {
      const position = start + length - 1;
      const isEdge = position < 0 || position >= token.length;
      hash = hashFurther(hash, isEdge ? EDGE : token.charCodeAt(position));
      if (length >= SHORTEST_PART) take(spread(hash));
    }
  }
}
