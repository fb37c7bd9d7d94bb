import { MODERATION_CATEGORIES } from '../../../core/guardrails/moderation/categories.ts';
import type { ModerationScores } from '../../../core/guardrails/moderation/categories.ts';
import type { Calibration, Line } from '../../../core/guardrails/moderation/model/combine.ts';
import { ANY_OUTPUT, combine } from '../../../core/guardrails/moderation/model/combine.ts';
import { bestThreshold } from '../measure/measures.mts';
import { fitBlend } from '../measure/platt.mts';
import type { CorpusText } from './corpus.mts';
import { labelOf } from './corpus.mts';
import type { Decisions } from './regressions.mts';

/** What the model may stop of harmless texts at most; patterns, and texts it was not calibrated with, add to that. */
const MOST_FALSE_POSITIVES = 0.075;

/**
 * Makes probabilities of decisions about rows that the model was not fitted to, and moves them so that 0.5 is the
 * threshold that serves best.
 */
export function calibrate(
  corpus: readonly CorpusText[],
  made: Decisions,
  rows: readonly number[],
): Calibration {
  const lines = new Map(
    MODERATION_CATEGORIES.map((category) => {
      const known = rows.flatMap((row) => {
        const text = corpus[row];
        const label = text && labelOf(text, category);
        return label === undefined ? [] : [{ row, label }];
      });
      const blend = fitBlend(
        known.map(({ row }) => [made.get(category)?.[row] ?? 0]),
        known.map(({ label }) => label),
      );
      return [category, { slope: blend.factors[0] ?? 0, offset: blend.offset }] as const;
    }),
  );
  return { lines, any: harmLine(corpus, made, rows, lines) };
}

function harmLine(
  corpus: readonly CorpusText[],
  made: Decisions,
  rows: readonly number[],
  lines: ReadonlyMap<string, Line>,
): Calibration['any'] {
  const labels = rows.map((row) => corpus[row]?.isHarmful === true);
  const inputs = rows.map((row) => [
    made.get(ANY_OUTPUT)?.[row] ?? 0,
    Math.max(
      ...MODERATION_CATEGORIES.map((category) => {
        const { slope, offset } = lines.get(category) ?? { slope: 0, offset: 0 };
        return (made.get(category)?.[row] ?? 0) * slope + offset;
      }),
    ),
  ]);
  const { factors } = fitBlend(inputs, labels);
  const [slopeOfAny = 0, slopeOfLikeliest = 0] = factors;
  const logits = inputs.map(([any = 0, likeliest = 0]) => any * slopeOfAny + likeliest * slopeOfLikeliest);
  return { slopeOfAny, slopeOfLikeliest, offset: -bestThreshold(logits, labels, MOST_FALSE_POSITIVES) };
}

export function scoresOf(row: number, made: Decisions, calibration: Calibration): ModerationScores {
  return combine(new Map([...made].map(([output, values]) => [output, values[row] ?? 0])), calibration)
    .scores;
}
