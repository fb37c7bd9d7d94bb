import type { Sentence } from './sentence';

/** Sentences that are read together: what is spread over a long text does not add up. */
const WINDOW = 4;

/** Each 0 to 1, of the part of a text that has most of it. */
interface Density {
  readonly sexual: number;
  /** Sexual, where somebody is named who is not of age. */
  readonly sexualMinors: number;
  /** Description of wounds. */
  readonly gore: number;
}

/** How much of a kind of text there is where it is densest, by its words alone. */
export function densityOf(sentences: readonly Sentence[]): Density {
  let densest: Density = { sexual: 0, sexualMinors: 0, gore: 0 };
  for (let start = 0; start < sentences.length; start += WINDOW / 2) {
    const { sexual, sexualMinors, gore } = ofWindow(sentences.slice(start, start + WINDOW));
    densest = {
      sexual: Math.max(densest.sexual, sexual),
      sexualMinors: Math.max(densest.sexualMinors, sexualMinors),
      gore: Math.max(densest.gore, gore),
    };
  }
  return densest;
}

function ofWindow(window: readonly Sentence[]): Density {
  const words = wordsIn(window);
  const care = 0.5 * Math.min(2, countOf(words, '#sexualcare'));
  const explicit = countOf(words, '#explicit') + 0.4 * countOf(words, '#explicitcommon') - care;
  return {
    sexual: certainty(explicit, 1.15),
    sexualMinors: countOf(words, '#minor') === 0 ? 0 : certainty(explicit - 0.5, 1.15),
    gore: certainty(countOf(words, '#gore') - 2, 5),
  };
}

function countOf(words: ReadonlyMap<string, ReadonlySet<string>>, tag: string): number {
  return words.get(tag)?.size ?? 0;
}

/** One half where the evidence is `half`. */
function certainty(evidence: number, half: number): number {
  return evidence <= 0 ? 0 : evidence / (evidence + half);
}

const COUNTED = new Set(['#explicit', '#explicitcommon', '#sexualcare', '#minor', '#gore']);

/** By tag: the different words that have it. */
function wordsIn(window: readonly Sentence[]): ReadonlyMap<string, ReadonlySet<string>> {
  const different = new Map<string, Set<string>>();
  for (const sentence of window) {
    for (const { names, word } of sentence) {
      if (names.length === 1) continue;
      for (const name of names) {
        if (COUNTED.has(name)) different.set(name, (different.get(name) ?? new Set()).add(word));
      }
    }
  }
  return different;
}
