import { MODERATION_CATEGORIES, type ModerationCategory } from '../categories';
import { hostilityIn } from './hostility';
import { endOfMatch } from './pattern';
import type { Rule, Saying } from './rule';
import { harassmentRules } from './rules/harassment';
import { hateRules } from './rules/hate';
import { selfHarmRules } from './rules/selfHarm';
import { sexualRules } from './rules/sexual';
import { violenceRules } from './rules/violence';
import { RuleIndex } from './ruleIndex';
import type { Sentence } from './sentence';
import { settingOf, type Setting } from './setting';
import { leftOfSlurs } from './slurUse';
import { leftOf } from './surroundings';

const RULES = new RuleIndex([
  ...hateRules,
  ...violenceRules,
  ...harassmentRules,
  ...selfHarmRules,
  ...sexualRules,
]);

/** What the words around take from ill will beside the name of a group: the same as from a feeling. */
const ILL_WILL: Saying = { form: 'feeling', categories: ['hate'], isNegative: false };

export type CategoryScores = Record<ModerationCategory, number>;

export function noScores(): CategoryScores {
  return { hate: 0, harassment: 0, 'self-harm': 0, sexual: 0, 'sexual/minors': 0, violence: 0 };
}

/** By category 0 to 1: what is said in one of the sentences, weighed with the words around it. */
export function sentenceScores(sentences: readonly Sentence[], at: number): CategoryScores {
  const sentence = sentences[at] ?? [];
  const weigh = weigher(sentences, at);
  const scores = noScores();
  for (const [rule, score] of bestOfRules(sentence, weigh)) add(scores, rule, score);
  const hostile = hostilityIn(sentence);
  if (hostile !== undefined) {
    add(scores, ILL_WILL, hostile.strength * weigh(ILL_WILL, hostile.start, hostile.end));
  }
  return scores;
}

/** 0 to 1: what is left of something said from one place of the sentence to another. */
type Weigh = (saying: Saying, start: number, end: number) => number;

function weigher(sentences: readonly Sentence[], at: number): Weigh {
  let known: Setting | undefined;
  return (saying, start, end) => {
    const setting = (known ??= settingOf(sentences, at));
    const left = leftOf({ saying, sentences, at, start, end, setting });
    return left * leftOfSlurs(sentences[at] ?? [], start, end);
  };
}

/** A rule may match more than once, and be denied only the first time. */
function bestOfRules(sentence: Sentence, weigh: Weigh): ReadonlyMap<Rule, number> {
  const best = new Map<Rule, number>();
  const tags = RULES.tagsOf(sentence);
  for (const [start, { names }] of sentence.entries()) {
    for (const name of names) {
      for (const { rule } of RULES.rulesFrom(name, tags)) {
        const end = endOfMatch(rule.pattern, sentence, start);
        if (end === undefined) continue;
        const known = best.get(rule) ?? 0;
        if (known < rule.strength) best.set(rule, Math.max(known, rule.strength * weigh(rule, start, end)));
      }
    }
  }
  return best;
}

function add(scores: CategoryScores, { categories }: Saying, score: number): void {
  for (const category of MODERATION_CATEGORIES) {
    if (categories.includes(category)) scores[category] = joined(scores[category], score);
  }
}

/** Rules overlap, so the weaker sign counts half. */
function joined(one: number, other: number): number {
  const [more, less] = one > other ? [one, other] : [other, one];
  return 1 - (1 - more) * (1 - less / 2);
}
