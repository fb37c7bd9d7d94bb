import type { Coefficients, Example } from '../linear/logisticRegression.mts';
import { decisionsOf, fitLogisticRegression } from '../linear/logisticRegression.mts';
import type { SquareMatrix } from '../linear/matrix.mts';
import type { CorpusText, Output } from './corpus.mts';
import { labelOf, OUTPUTS } from './corpus.mts';

/** How much errors count beside large weights. */
const COST = 4;

/** By output, then by row. */
export type Decisions = ReadonlyMap<Output, Float64Array>;

/** One regression for each output, fitted to these rows; both answers count the same, however rare one is. */
export function fitOutputs(
  corpus: readonly CorpusText[],
  likeness: SquareMatrix,
  rows: readonly number[],
): ReadonlyMap<Output, Coefficients> {
  return new Map(
    OUTPUTS.map((output) => [
      output,
      fitLogisticRegression(likeness, balanced(examplesOf(corpus, rows, output))),
    ]),
  );
}

export function decisions(likeness: SquareMatrix, fitted: ReadonlyMap<Output, Coefficients>): Decisions {
  return new Map([...fitted].map(([output, coefficients]) => [output, decisionsOf(likeness, coefficients)]));
}

function examplesOf(
  corpus: readonly CorpusText[],
  rows: readonly number[],
  output: Output,
): readonly Example[] {
  return rows.flatMap((row) => {
    const text = corpus[row];
    if (text === undefined) return [];
    const isPositive = labelOf(text, output);
    return isPositive === undefined ? [] : [{ row, isPositive, weight: COST * text.weight }];
  });
}

function balanced(examples: readonly Example[]): readonly Example[] {
  const sum = (part: readonly Example[]): number => part.reduce((total, { weight }) => total + weight, 0);
  const half = sum(examples) / 2;
  const factors = {
    yes: half / sum(examples.filter((e) => e.isPositive)),
    no: half / sum(examples.filter((e) => !e.isPositive)),
  };
  return examples.map((example) => ({
    ...example,
    weight: example.weight * (example.isPositive ? factors.yes : factors.no),
  }));
}
