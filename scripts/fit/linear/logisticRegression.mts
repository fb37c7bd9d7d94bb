import type { SquareMatrix } from './matrix.mts';
import { randomNumbers, shuffled } from './random.mts';

const EPOCHS = 40;
const ENOUGH = 1e-3;
const NEWTON_STEPS = 12;
const SEED = 1;

/** One text to learn from: its row in the matrix, what holds for it, and how much it counts. */
export interface Example {
  readonly row: number;
  readonly isPositive: boolean;
  readonly weight: number;
}

/** By row of the matrix: what the likeness with it adds to the logarithm of the odds. */
export type Coefficients = Float64Array;

/**
 * L2-regularised logistic regression over texts that are known by their likeness only, in its dual form, one example
 * at a time (Yu, Huang and Lin, Dual coordinate descent methods for logistic regression and maximum entropy models,
 * 2011).
 */
export function fitLogisticRegression(likeness: SquareMatrix, examples: readonly Example[]): Coefficients {
  const byRow = new Float64Array(likeness.length);
  const decisions = new Float64Array(likeness.length);
  const shares = new Float64Array(examples.length).map((_, index) => (examples[index]?.weight ?? 0) / 2);
  const move = ({ row, isPositive }: Example, by: number): void => {
    const signed = isPositive ? by : -by;
    byRow[row] = (byRow[row] ?? 0) + signed;
    const similar = likeness[row] ?? new Float64Array();
    for (let other = 0; other < decisions.length; other += 1) {
      decisions[other] = (decisions[other] ?? 0) + signed * (similar[other] ?? 0);
    }
  };
  examples.forEach((example, index) => {
    move(example, shares[index] ?? 0);
  });
  const random = randomNumbers(SEED);
  const order = examples.map((example, index) => ({ example, index }));
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    let largest = 0;
    for (const { example, index } of shuffled(order, random)) {
      const share = shares[index] ?? 0;
      const decision = decisions[example.row] ?? 0;
      const curvature = likeness[example.row]?.[example.row] ?? 0;
      const next = bestShare(share, example.isPositive ? decision : -decision, curvature, example.weight);
      const change = Math.abs(next - share) / example.weight;
      largest = Math.max(largest, change);
      if (change < ENOUGH) continue;
      move(example, next - share);
      shares[index] = next;
    }
    if (largest < ENOUGH) break;
  }
  return byRow;
}

/** Solves `log(s / (weight - s)) + margin + curvature * (s - share) = 0` for s, which rises with s from -∞ to ∞. */
function bestShare(share: number, margin: number, curvature: number, weight: number): number {
  let [low, high] = [0, weight];
  let guess = share;
  for (let step = 0; step < NEWTON_STEPS; step += 1) {
    const error = Math.log(guess / (weight - guess)) + margin + curvature * (guess - share);
    if (error > 0) high = guess;
    else low = guess;
    const newton = guess - error / (curvature + weight / (guess * (weight - guess)));
    guess = newton > low && newton < high ? newton : (low + high) / 2;
  }
  return guess;
}

/** By row of the matrix: the logarithm of the odds. */
export function decisionsOf(likeness: SquareMatrix, coefficients: Coefficients): Float64Array {
  return Float64Array.from(likeness, (row) =>
    row.reduce((sum, value, index) => sum + value * (coefficients[index] ?? 0), 0),
  );
}
