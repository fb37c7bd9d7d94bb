import { InvalidParameterError } from '../../../errors/invalidParameterError';
import { readFlag } from '../../external/readOptions';
import type { Violation } from '../../guardrailViolation';
import { askEngines } from '../../moderation/askEngines';
import { ContentModerator } from '../../moderation/contentModerator';
import type { ModerationResult, ModerationViolation } from '../../moderation/moderationResult';
import {
  readModeratorOptions,
  type ModeratorOptions,
  type ReadModeratorOptions,
} from '../../moderation/moderatorOptions';
import { verdictOf, type EngineScores } from '../../moderation/verdict';
import type { Check, CheckResult } from '../check';

/** Hate, harassment, self-harm, sexual content and violence. */
export interface ModerationRule extends Omit<ModeratorOptions, 'onEngineFailure'> {
  readonly guardrail: 'moderation';
  /** Whether the built-in moderation is asked; true when left out. */
  readonly builtIn?: boolean | undefined;
}

/** @throws {InvalidParameterError} */
export function moderationCheck({ guardrail, builtIn = true, ...options }: ModerationRule): Check {
  const { engines, thresholds } = readModeratorOptions(options);
  const asksBuiltIn = readFlag('builtIn', builtIn);
  if (!asksBuiltIn && engines.length === 0) {
    throw new InvalidParameterError('engines', engines, 'a list of at least one engine, or builtIn true');
  }
  const moderator = new ContentModerator(options);
  return {
    guardrail,
    name: guardrail,
    ...(asksBuiltIn ? { inside: (text) => resultOf(moderator.check(text)) } : {}),
    ...(engines.length > 0 ? { outside: askedBeside({ engines, thresholds }) } : {}),
  };
}

/** The built-in scores are known by then; they count beside those of the engines. */
function askedBeside({
  engines,
  thresholds,
}: Pick<ReadModeratorOptions, 'engines' | 'thresholds'>): NonNullable<Check['outside']> {
  return async (text, found, signal) => {
    const answers = await askEngines(engines, text, signal);
    const scores = [...builtInScoresIn(found), ...answers.filter((answer) => answer.kind === 'scored')];
    const failures = answers.filter((answer) => answer.kind === 'failed').map(({ error }) => error);
    if (scores.length === 0) return { violations: [], failures };
    const verdict = verdictOf(
      scores,
      thresholds,
      failures.map(({ engine }) => engine),
    );
    return { ...resultOf(verdict), failures };
  };
}

function builtInScoresIn({ moderation }: CheckResult): EngineScores[] {
  return moderation ? [{ engine: 'built-in', scores: moderation.scores }] : [];
}

function resultOf(moderation: ModerationResult): CheckResult {
  return {
    moderation,
    score: Math.max(...Object.values(moderation.scores)),
    violations: moderation.violations.map(violationOf),
  };
}

function violationOf({ category, score, threshold, engine }: ModerationViolation): Violation {
  return {
    guardrail: 'moderation',
    category,
    message: `The text looks like ${category}`,
    score,
    threshold,
    engine,
  };
}
