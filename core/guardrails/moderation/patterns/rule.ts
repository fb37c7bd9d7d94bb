import type { ModerationCategory } from '../categories';
import { readPattern, type Pattern } from './pattern';

/**
 * What kind of saying it is decides what the words around may take from it. `claim`: something said of a group, which
 * others may have said or nobody should say. `name`: the same, but said also where it is denied. `feeling`: the same with the speaker's own feeling, so that it matters
 * who has it. `deed`: something that somebody will, should or wants to do. `plain`: it is what it is.
 */
type RuleForm = 'claim' | 'name' | 'feeling' | 'deed' | 'plain';

/** What the words around have to know of what is said. */
export interface Saying {
  readonly categories: readonly ModerationCategory[];
  readonly form: RuleForm;
  /** It says a negation itself. */
  readonly isNegative: boolean;
}

export interface Rule extends Saying {
  /** 0 to 1: how sure it makes, before the words around are weighed. */
  readonly strength: number;
  readonly pattern: Pattern;
}

const NEGATIVE = /\b(?:not|never|no|nobody|none|without|against|refuse)\b/;

/** How sure a pattern of each kind makes it. */
const STRENGTHS = { clear: 0.92, likely: 0.7, hints: 0.4, traces: 0.2 } as const;

/** Patterns of one idea, by how sure they make it. */
interface Idea extends Partial<Readonly<Record<keyof typeof STRENGTHS, readonly string[]>>> {
  readonly categories: readonly ModerationCategory[];
  readonly form: RuleForm;
}

export function rulesOf({ categories, form, ...patterns }: Idea): Rule[] {
  return (['clear', 'likely', 'hints', 'traces'] as const).flatMap((kind) =>
    (patterns[kind] ?? []).map((source) => {
      const pattern = readPattern(source);
      return { categories, form, strength: STRENGTHS[kind], pattern, isNegative: NEGATIVE.test(source) };
    }),
  );
}
