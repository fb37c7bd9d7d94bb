import type { ModerationScores } from '../../../core/guardrails/moderation/categories.ts';
import type { SquareMatrix } from '../linear/matrix.mts';
import { stratifiedFolds } from '../measure/folds.mts';
import { calibrate, scoresOf } from './calibrate.mts';
import type { CorpusText, Output } from './corpus.mts';
import { OUTPUTS } from './corpus.mts';
import type { Decisions } from './regressions.mts';
import { decisions, fitOutputs } from './regressions.mts';

const FOLDS = 5;

/** Decisions about measured rows, each by a model that was fitted without it. */
export function outOfFold(
  corpus: readonly CorpusText[],
  likeness: SquareMatrix,
  measured: readonly number[],
  seed: number,
): Decisions {
  const others = [...corpus.keys()].filter((row) => corpus[row]?.isMeasured === false);
  const made = new Map<Output, Float64Array>(
    OUTPUTS.map((output) => [output, new Float64Array(corpus.length)]),
  );
  for (const { fit, measure } of foldsOf(corpus, measured, seed)) {
    const found = decisions(likeness, fitOutputs(corpus, likeness, [...fit, ...others]));
    for (const [output, values] of made) {
      for (const row of measure) values[row] = found.get(output)?.[row] ?? 0;
    }
  }
  return made;
}

/** Scores as a fold's texts get them when fitting, calibration and threshold have seen nothing of that fold. */
export function nestedScores(
  corpus: readonly CorpusText[],
  likeness: SquareMatrix,
  seed: number,
): ReadonlyMap<number, ModerationScores> {
  const measured = [...corpus.keys()].filter((row) => corpus[row]?.isMeasured);
  const others = [...corpus.keys()].filter((row) => corpus[row]?.isMeasured === false);
  return new Map(
    foldsOf(corpus, measured, seed).flatMap(({ fit, measure }) => {
      const calibration = calibrate(corpus, outOfFold(corpus, likeness, fit, seed + 1), fit);
      const made = decisions(likeness, fitOutputs(corpus, likeness, [...fit, ...others]));
      return measure.map((row) => [row, scoresOf(row, made, calibration)] as const);
    }),
  );
}

function foldsOf(
  corpus: readonly CorpusText[],
  rows: readonly number[],
  seed: number,
): ReturnType<typeof stratifiedFolds> {
  return stratifiedFolds(rows, (row) => corpus[row]?.isHarmful === true, { count: FOLDS, seed });
}
