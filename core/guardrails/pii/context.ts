import type { ContextWords, Verdict } from './context/contextWords';
import { AFTER, DIRECTLY, heardAfter } from './context/heardAfter';
import { BEFORE, heardBefore } from './context/heardBefore';
import type { Candidate } from './entityDetector';

/** What a word adds to or takes from a confidence. */
const WEIGHT = 0.35;

/** What no word lifts a confidence above: a checksum or a strict form says more than a word. */
const MOST_BY_WORDS = 0.95;

/** A word after a candidate counts as if it stood this much farther away: names stand before values more often. */
const AFTER_PENALTY = 10;

/**
 * The confidence of a candidate in its place: the nearest word that speaks for or against it decides. `phone`
 * before a number makes it likelier to be one, `invoice` less likely.
 */
export function confidenceInContext(text: string, candidate: Candidate, words: ContextWords): number {
  const { confidence } = candidate;
  if (words.verdicts.size === 0) return confidence;
  switch (nearestVerdict(text, candidate, words)) {
    case 'supporting':
      return Math.max(confidence, Math.min(MOST_BY_WORDS, confidence + WEIGHT));
    case 'opposing':
    case 'counted':
      return Math.max(0, confidence - WEIGHT);
    case undefined:
      return confidence;
  }
}

function nearestVerdict(text: string, { start, end }: Candidate, words: ContextWords): Verdict | undefined {
  const before = hasLetter(text, start - BEFORE, start) ? heardBefore(text, start, words) : undefined;
  const after = hasLetter(text, end, end + AFTER) ? heardAfter(text, end, words) : undefined;
  if (after !== undefined && after.verdict !== 'supporting' && after.distance <= DIRECTLY)
    return after.verdict;
  if (before === undefined || after === undefined) return (before ?? after)?.verdict;
  return after.distance + AFTER_PENALTY < before.distance ? after.verdict : before.verdict;
}

/** Whether a piece of a text may have words: what has none is told quickly, among rows of numbers. */
function hasLetter(text: string, from: number, to: number): boolean {
  return LETTER.test(text.slice(Math.max(0, from), to));
}

const LETTER = /[A-Za-z\u0080-\uffff]/;
