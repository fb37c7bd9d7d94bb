import type { TextVector } from '../../../core/guardrails/linear/textVector.ts';
import { randomNumbers, shuffled } from '../linear/random.mts';

/** What to learn from one text, or a part of one. */
export interface Example {
  readonly vector: TextVector;
  readonly isPositive: boolean;
  /** How much it counts. */
  readonly weight: number;
}

export interface Regression {
  readonly bias: number;
  /** By slot. */
  readonly weights: Float64Array;
}

const ROUNDS = 12;
const STEP = 0.5;
/** How strongly weights are drawn to zero. */
const DECAY = 1e-4;
const FIRST_BIAS = -3;
const SEED = 7;

/** Logistic regression by AdaGrad: steps grow shorter for slots that were often moved. */
export function fitRegression(examples: readonly Example[], slots: number): Regression {
  const random = randomNumbers(SEED);
  const weights = new Float64Array(slots);
  const moved = new Float64Array(slots).fill(1e-6);
  let bias = FIRST_BIAS;
  let biasMoved = 1e-6;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { vector, isPositive, weight } of shuffled(examples, random)) {
      const error = (sigmoid(bias + product(vector, weights)) - (isPositive ? 1 : 0)) * weight;
      vector.slots.forEach((slot, index) => {
        const slope = error * (vector.values[index] ?? 0) + DECAY * (weights[slot] ?? 0);
        moved[slot] = (moved[slot] ?? 0) + slope * slope;
        weights[slot] = (weights[slot] ?? 0) - (STEP * slope) / Math.sqrt(moved[slot]);
      });
      biasMoved += error * error;
      bias -= (STEP * error) / Math.sqrt(biasMoved);
    }
  }
  return { bias, weights };
}

export function product({ slots, values }: TextVector, weights: Float64Array): number {
  return slots.reduce((sum, slot, index) => sum + (values[index] ?? 0) * (weights[slot] ?? 0), 0);
}

function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
