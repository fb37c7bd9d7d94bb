import type { EntityDetector } from '../entityDetector';

/** What a word says of a candidate near it. */
export type Verdict = 'supporting' | 'opposing' | 'counted';

/** The words and phrases that a detector listens to. */
export interface ContextWords {
  readonly verdicts: ReadonlyMap<string, Verdict>;
  /** The last words of phrases of several. */
  readonly phraseEnds: ReadonlySet<string>;
}

/** A word near a candidate, and how many UTF-16 units are between them. */
export interface Heard {
  readonly verdict: Verdict;
  readonly distance: number;
}

const known = new WeakMap<EntityDetector, ContextWords>();

/** Collected once for a detector: most are the same for every text. */
export function contextWordsOf(detector: EntityDetector): ContextWords {
  const words = known.get(detector) ?? collected(detector);
  known.set(detector, words);
  return words;
}

function collected(detector: EntityDetector): ContextWords {
  const { supportingWords = [], opposingWords = [], countedWords = [] } = detector;
  const verdicts = new Map<string, Verdict>([
    ...countedWords.map((word) => [word, 'counted'] as const),
    ...opposingWords.map((word) => [word, 'opposing'] as const),
    ...supportingWords.map((word) => [word, 'supporting'] as const),
  ]);
  const phrases = [...verdicts.keys()].filter((words) => words.includes(' '));
  return { verdicts, phraseEnds: new Set(phrases.map((words) => words.slice(words.lastIndexOf(' ') + 1))) };
}
