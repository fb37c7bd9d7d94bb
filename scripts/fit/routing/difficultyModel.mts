import type { DifficultyModel, FeatureWeight } from '../../../core/cascade/query/difficulty/difficulty.ts';
import { failureProbability, standardized } from '../../../core/cascade/query/difficulty/difficulty.ts';
import { FEATURES, type Feature } from '../../../core/cascade/query/difficulty/features.ts';
import { fitWeights, type Example, type WeightPrior } from '../quality/fitWeights.mts';
import type { ReadQuestion } from './questions.mts';

/** A feature has to show its worth: the data of one field would explain much by what is only that field's. */
const FEATURE: WeightPrior = { mean: 0, precision: 20, least: -Infinity, most: Infinity };
/** What a data set has of its own is left to it. */
const OWN: WeightPrior = { mean: 0, precision: 0.1, least: -Infinity, most: Infinity };

/**
 * How much a set has to say, as the weight of all its rarer answers together. Without it the many questions of MMLU
 * would drown the others, and sets in which nearly every draft loses would have none.
 */
const SAY = 360;

/**
 * One set of weights for all sets, each with an intercept of its own. The intercept that is kept is that of the sets
 * whose answers were right or wrong.
 *
 * @param slope what the log-odds are multiplied with, so that they come true for fields that were not seen
 */
export function fitDifficulty(questions: readonly ReadQuestion[], slope = 1): DifficultyModel {
  const sets = [...new Set(questions.map(({ set }) => set))];
  const scales = FEATURES.map((feature) => scaleOf(feature, questions));
  const weights = new Map(
    sets.map((set) => [set, weightOf(questions.filter((question) => question.set === set))]),
  );
  const examples = questions.map((question): Example => ({
    inputs: FEATURES.map((feature, index) =>
      standardized(scales[index] ?? NOTHING, question.features.get(feature)),
    ),
    own: sets.map((set) => Number(set === question.set)),
    quality: Number(question.isFailed),
    weight: weights.get(question.set) ?? 1,
  }));
  const fitted = fitWeights(examples, [...FEATURES.map(() => FEATURE), ...sets.map(() => OWN)]);
  const own = new Map(sets.map((set, index) => [set, fitted[FEATURES.length + index] ?? 0]));
  const graded = questions.filter(({ isCorrectness }) => isCorrectness);
  const intercept = graded.reduce((sum, { set }) => sum + (own.get(set) ?? 0), 0) / graded.length;
  const features = FEATURES.map((feature, index): [Feature, FeatureWeight] => {
    const { mean, deviation } = scales[index] ?? NOTHING;
    return [feature, { mean, deviation, weight: rounded((fitted[index] ?? 0) * slope) }];
  });
  return {
    intercept: rounded(intercept * slope),
    features: Object.fromEntries(features) as DifficultyModel['features'],
  };
}

/** The log-odds that the cheap model fails. */
export function logOddsOf(model: DifficultyModel, { features }: ReadQuestion): number {
  const probability = failureProbability(model, features);
  return Math.log(probability / (1 - probability));
}

const NOTHING = { mean: 0, deviation: 0 };

function scaleOf(feature: Feature, questions: readonly ReadQuestion[]): Omit<FeatureWeight, 'weight'> {
  const values = questions.flatMap(({ features }) => features.get(feature) ?? []);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean: rounded(mean), deviation: rounded(Math.sqrt(variance)) };
}

function weightOf(set: readonly ReadQuestion[]): number {
  const failed = set.filter(({ isFailed }) => isFailed).length;
  const rarer = Math.min(failed, set.length - failed);
  return Math.max(1, SAY / rarer);
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
