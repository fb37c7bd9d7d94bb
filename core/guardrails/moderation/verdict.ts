import { MODERATION_CATEGORIES, type ModerationScores } from './categories';
import type { ModerationResult, ModerationViolation } from './moderationResult';
import type { ModerationThresholds } from './thresholds';

/** What one engine made of a text. */
export interface EngineScores {
  readonly engine: string;
  readonly scores: ModerationScores;
}

/** By category the highest score of all engines decides, and its engine is named. */
export function verdictOf(
  given: readonly EngineScores[],
  thresholds: ModerationThresholds,
  failedEngines: readonly string[] = [],
): ModerationResult {
  const highest = MODERATION_CATEGORIES.map((category) => {
    const all = given.map(({ engine, scores }) => ({ engine, score: scores[category] }));
    const first = { engine: '', score: 0 };
    const { engine, score } = all.reduce(
      (most, one) => (one.score > most.score ? one : most),
      all[0] ?? first,
    );
    return { category, engine, score, threshold: thresholds[category] };
  });
  const violations = highest
    .filter(({ score, threshold }) => score >= threshold)
    .sort((one, other) => other.score - one.score);
  return {
    isSafe: violations.length === 0,
    categories: violations.map(({ category }) => category),
    violations,
    scores: scoresOf(highest),
    confidence: confidenceOf(highest, violations),
    failedEngines,
  };
}

function scoresOf(highest: readonly ModerationViolation[]): ModerationScores {
  const of = (wanted: string): number => highest.find(({ category }) => category === wanted)?.score ?? 0;
  return {
    hate: of('hate'),
    harassment: of('harassment'),
    'self-harm': of('self-harm'),
    sexual: of('sexual'),
    'sexual/minors': of('sexual/minors'),
    violence: of('violence'),
  };
}

/** Of an unsafe text the surest violation; of a safe one, how far it stays from being anything. */
function confidenceOf(
  highest: readonly ModerationViolation[],
  violations: readonly ModerationViolation[],
): number {
  return violations[0]?.score ?? 1 - Math.max(...highest.map(({ score }) => score));
}
