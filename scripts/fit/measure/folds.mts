import { randomNumbers, shuffled } from '../linear/random.mts';

/** A way to divide rows: fit with the ones, measure with the others. */
export interface Fold {
  readonly fit: readonly number[];
  readonly measure: readonly number[];
}

/** Folds in which each row is measured once and positives are spread evenly. */
export function stratifiedFolds(
  rows: readonly number[],
  isPositive: (row: number) => boolean,
  { count, seed }: { readonly count: number; readonly seed: number },
): readonly Fold[] {
  const random = randomNumbers(seed);
  const dealt = [true, false].flatMap((wanted) =>
    shuffled(
      rows.filter((row) => isPositive(row) === wanted),
      random,
    ),
  );
  return Array.from({ length: count }, (_, fold) => ({
    fit: dealt.filter((_row, index) => index % count !== fold),
    measure: dealt.filter((_row, index) => index % count === fold),
  }));
}
