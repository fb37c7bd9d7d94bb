import { solve } from '../measure/platt.mts';

/** One draft as the fit sees it. */
export interface Example {
  /** By signal: its strength. */
  readonly inputs: readonly number[];
  /** What its data set has of its own, so that it need not be explained by the signals. */
  readonly own: readonly number[];
  /** 0..1 */
  readonly quality: number;
  readonly weight: number;
}

/** What is held of one weight beforehand: its mean, its precision (1 / variance), and the bounds it may not pass. */
export interface WeightPrior {
  readonly mean: number;
  readonly precision: number;
  readonly least: number;
  readonly most: number;
}

const STEPS = 60;
const LARGEST_STEP = 1;
const ENOUGH = 1e-6;

/**
 * The most probable weights of a logistic model under normal priors, within their bounds: Newton's method, in which a
 * weight at a bound waits while the likelihood pushes it outwards.
 *
 * @returns the weights in the order of the priors: those of `inputs`, then those of `own`
 */
export function fitWeights(examples: readonly Example[], priors: readonly WeightPrior[]): readonly number[] {
  const rows = examples.map(({ inputs, own, quality, weight }) => ({
    values: nonZero([...inputs, ...own]),
    quality,
    weight,
  }));
  let weights = priors.map(({ mean }) => mean);
  for (let step = 0; step < STEPS; step += 1) {
    const { gradient, curvature } = slopes(rows, weights, priors);
    const free = priors.flatMap((prior, index) => (isFree(prior, weights, gradient, index) ? [index] : []));
    const change = solve(
      free.map((i) => free.map((j) => curvature[i]?.[j] ?? 0)),
      free.map((i) => gradient[i] ?? 0),
    );
    const next = [...weights];
    free.forEach((index, place) => {
      const by = Math.max(-LARGEST_STEP, Math.min(LARGEST_STEP, change[place] ?? 0));
      const { least, most } = priors[index] ?? { least: -Infinity, most: Infinity };
      next[index] = Math.max(least, Math.min(most, (weights[index] ?? 0) + by));
    });
    const moved = Math.max(...next.map((value, index) => Math.abs(value - (weights[index] ?? 0))));
    weights = next;
    if (moved < ENOUGH) break;
  }
  return weights;
}

interface Row {
  readonly values: readonly (readonly [index: number, value: number])[];
  readonly quality: number;
  readonly weight: number;
}

interface Slopes {
  readonly gradient: readonly number[];
  readonly curvature: readonly Float64Array[];
}

function slopes(rows: readonly Row[], weights: readonly number[], priors: readonly WeightPrior[]): Slopes {
  const gradient = priors.map(({ mean, precision }, index) => precision * (mean - (weights[index] ?? 0)));
  const curvature = priors.map(({ precision }, index) => {
    const line = new Float64Array(priors.length);
    line[index] = precision;
    return line;
  });
  for (const { values, quality, weight } of rows) {
    const logOdds = values.reduce((sum, [index, value]) => sum + value * (weights[index] ?? 0), 0);
    const probability = 1 / (1 + Math.exp(-logOdds));
    const error = weight * (quality - probability);
    const spread = weight * probability * (1 - probability);
    for (const [i, value] of values) {
      gradient[i] = (gradient[i] ?? 0) + error * value;
      const line = curvature[i];
      if (line) for (const [j, other] of values) line[j] = (line[j] ?? 0) + spread * value * other;
    }
  }
  return { gradient, curvature };
}

function isFree(
  { least, most }: WeightPrior,
  weights: readonly number[],
  gradient: readonly number[],
  index: number,
): boolean {
  const [weight = 0, slope = 0] = [weights[index], gradient[index]];
  return !(weight <= least && slope < 0) && !(weight >= most && slope > 0);
}

function nonZero(values: readonly number[]): (readonly [number, number])[] {
  return values.flatMap((value, index) => (value === 0 ? [] : [[index, value] as const]));
}
