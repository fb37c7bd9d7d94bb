import { readable, wordsOf } from '../text/words';

export const complexities = ['TRIVIAL', 'SIMPLE', 'MODERATE', 'HARD', 'EXPERT'] as const;

/** How much thought a query asks for. */
export type QueryComplexity = (typeof complexities)[number];

export interface ComplexityVerdict {
  readonly complexity: QueryComplexity;
  /** 0..1 on the scale whose fifths are the five levels. */
  readonly difficulty: number;
  /** 0..1: how far the difficulty lies from the next level's border, 1 in the middle of a level. */
  readonly confidence: number;
  /** What raised or lowered it, in words. */
  readonly signals: readonly string[];
}

interface Cue {
  readonly name: string;
  /** What one occurrence adds to the difficulty. */
  readonly weight: number;
  /** So many occurrences are ordinary and add nothing: a question has one question mark. */
  readonly free?: number;
  /** Further ones than this beyond the free add nothing. */
  readonly most: number;
  readonly pattern: RegExp;
}

/**
 * Set by hand, so that each level is reached by what people mean by it: a greeting or a fact is TRIVIAL, an explanation
 * or a short program SIMPLE, a proof or an analysis MODERATE, a design under constraints HARD, and EXPERT what asks for
 * several of these at once.
 */
const cues: readonly Cue[] = [
  {
    name: 'asks for a proof or a derivation',
    weight: 0.38,
    most: 1,
    pattern: /\b(?:prove|proof|derive|derivation|formally|theorem|lemma|np-hard|asymptotic)\b/gi,
  },
  {
    name: 'asks for a design or an analysis',
    weight: 0.2,
    most: 2,
    pattern:
      /\b(?:architect\w*|design|strateg(?:y|ies)|trade-?offs?|analy[sz]e|evaluate|critique|optimi[sz]e|refactor|diagnose|root cause|distributed|concurren\w+|fault[- ]toleran\w+)\b/gi,
  },
  {
    name: 'asks for an explanation or a comparison',
    weight: 0.14,
    most: 2,
    pattern:
      /\b(?:explain|compare|contrast|difference between|why|how (?:do|does|did|can|would|to)|pros and cons|step[- ]by[- ]step)\b/gi,
  },
  {
    name: 'asks for a text or a program',
    weight: 0.16,
    most: 1,
    pattern: /\b(?:write|draft|compose|implement|create|generate|develop|program|code)\b/gi,
  },
  {
    name: 'states constraints',
    weight: 0.06,
    most: 4,
    pattern:
      /\b(?:must|should|at (?:least|most)|without|exactly|ensure|given that|assuming|such that|constraints?|considering|taking into account)\b/gi,
  },
  {
    name: 'has several parts',
    weight: 0.07,
    free: 1,
    most: 4,
    pattern: /^[ \t]*(?:[-*]|\d+[.)])\s|\?(?=\s|$)|;\s/gm,
  },
  { name: 'contains code', weight: 0.12, most: 1, pattern: /```|(?:^|\n) {4}\S|[{};]\s*\n/g },
  { name: 'contains several numbers', weight: 0.025, free: 1, most: 6, pattern: /\d+(?:[.,]\d+)*/g },
];

const BASE = 0.06;
/** A text of this many words adds half of what length can add. */
const HALF_LENGTH = 120;
const MOST_FOR_LENGTH = 0.3;

/** How hard a query is, by its length and what it asks for. Linear in its length. */
export function complexityOf(query: string): ComplexityVerdict {
  const text = readable(query);
  const words = wordsOf(text).length;
  const signals = [`${String(words)} words`];
  let difficulty = BASE + (MOST_FOR_LENGTH * words) / (words + HALF_LENGTH);
  for (const { name, weight, free = 0, most, pattern } of cues) {
    const count = Math.min(most, (text.match(pattern)?.length ?? 0) - free);
    if (count <= 0) continue;
    difficulty += weight * count;
    signals.push(name);
  }
  return { ...levelOf(Math.min(1, difficulty)), signals };
}

function levelOf(difficulty: number): Omit<ComplexityVerdict, 'signals'> {
  const position = difficulty * complexities.length;
  const index = Math.min(complexities.length - 1, Math.floor(position));
  const fromMiddle = Math.abs(position - index - 0.5);
  const complexity = complexities[index] ?? 'EXPERT';
  return { complexity, difficulty, confidence: 1 - Math.min(1, fromMiddle) };
}
