/** What is known of words before any text is read. */
export interface WordSpace {
  /** A vector of length 1 that stands for the word's meaning. */
  readonly vectorOf: (word: string) => Float32Array | undefined;
  /** The lists that the word is on: bit n for list n, of at most 31. */
  readonly listsOf: (word: string) => number;
}

export interface WordSimilarity {
  /** How fast likeness fades with the angle between two meanings. */
  readonly sharpness: number;
  /** What a list adds to the likeness of two words that are both on it. */
  readonly list: number;
  /** What a word's being the same adds. */
  readonly same: number;
}

/** Words with what a WordSpace knows of them, ready to be compared. */
export interface KnownWords {
  readonly count: number;
  /** How alike a word and each of all is, by their indices. */
  likenessTo(word: number): Float32Array;
}

/** Likeness is a positive definite kernel (a Gaussian one of the meanings), so weights fitted with it carry over. */
export function knownWords(
  words: readonly string[],
  space: WordSpace,
  similarity: WordSimilarity,
): KnownWords {
  const vectors = words.map(space.vectorOf);
  const lists = Int32Array.from(words, space.listsOf);
  return {
    count: words.length,
    likenessTo(word) {
      const likeness = new Float32Array(words.length);
      const vector = vectors[word];
      const ownLists = lists[word] ?? 0;
      vectors.forEach((other, index) => {
        const meaning =
          vector === undefined || other === undefined
            ? 0
            : Math.exp(similarity.sharpness * (dot(vector, other) - 1));
        likeness[index] = meaning + similarity.list * bitsIn(ownLists & (lists[index] ?? 0));
      });
      likeness[word] = (likeness[word] ?? 0) + similarity.same;
      return likeness;
    },
  };
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}

function bitsIn(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
