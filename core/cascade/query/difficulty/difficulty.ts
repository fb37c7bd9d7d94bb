import { domainOfText, type DomainVerdict } from '../domain';
import { readQueryText, type QueryText } from '../reading/readQueryText';
import { difficultyFeatures, FEATURES, type Feature, type FeatureValues } from './features';
import fitted from './difficulty.json';

/** How a feature moves the log-odds that a cheap model fails. */
export interface FeatureWeight {
  /** Mean and deviation over the texts it was fitted to: the value is standardized by them. */
  readonly mean: number;
  readonly deviation: number;
  readonly weight: number;
}

/** What `npm run fit -- routing` writes. */
export interface DifficultyModel {
  readonly intercept: number;
  readonly features: Readonly<Record<Feature, FeatureWeight>>;
}

/** Nothing that is rarer than this many deviations counts for more: there is no data beyond. */
const FARTHEST = 3;

/**
 * How likely a cheap model fails at a query: 0..1. Fitted to what a cheap model got right and wrong; an ordinary
 * query has about 0.3.
 */
export function difficultyOf(query: string): number {
  const text = readQueryText(query);
  return difficultyOfText(text, domainOfText(text));
}

/** `difficultyOf` for a query that was read before. */
export function difficultyOfText(query: QueryText, domain: DomainVerdict): number {
  return failureProbability(fitted, difficultyFeatures(query, domain));
}

/** @internal */
export function failureProbability({ intercept, features }: DifficultyModel, values: FeatureValues): number {
  const logOdds = FEATURES.reduce(
    (sum, name) => sum + features[name].weight * standardized(features[name], values.get(name)),
    intercept,
  );
  return 1 / (1 + Math.exp(-logOdds));
}

/** 0 for what is missing, so that it says nothing. */
export function standardized(
  { mean, deviation }: Omit<FeatureWeight, 'weight'>,
  value: number | undefined,
): number {
  if (value === undefined || deviation === 0) return 0;
  return Math.max(-FARTHEST, Math.min(FARTHEST, (value - mean) / deviation));
}
