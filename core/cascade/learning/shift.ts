import type { Calibration } from '../../stores/calibrationStore';

/** So many outcomes that came out as expected are added before what came out is believed. */
const PSEUDO_OUTCOMES = 20;

/** In log-odds. Even a model that is always wrong keeps a chance to be tried again. */
const LARGEST_SHIFT = 1.5;

/** An average that is nearer to 0 or 1 has log-odds that say nothing. */
const NEAREST = 0.01;

/**
 * How much more often drafts turned out good than was expected, in log-odds, from -1.5 to 1.5.
 *
 * A hierarchical shrinkage in two steps. The model as a whole is pulled towards 'as expected' by 20 pseudo-outcomes. A
 * domain is pulled, by 20 as well, towards what the shift of the model would make of its expectation: without outcomes
 * of its own it has the shift of the model, and the more it has, the less the other domains matter.
 *
 * @param overall the outcomes of the model in all domains
 */
export function shiftOf(overall: Calibration | undefined, inDomain: Calibration | undefined): number {
  const ofModel = shrunk(overall, 0);
  return shrunk(inDomain, ofModel);
}

/** The confidence, 0..1, moved by `shift` log-odds. What is certain stays so. */
export function shifted(confidence: number, shift: number): number {
  return probabilityOf(logOddsOf(confidence) + shift);
}

function shrunk(calibration: Calibration | undefined, prior: number): number {
  if (!calibration) return prior;
  const { weight, expected, agreed } = calibration;
  const expectation = inside(expected / weight);
  const priorShare = shifted(expectation, prior);
  const share = inside((agreed + PSEUDO_OUTCOMES * priorShare) / (weight + PSEUDO_OUTCOMES));
  const shift = logOddsOf(share) - logOddsOf(expectation);
  return Math.min(LARGEST_SHIFT, Math.max(-LARGEST_SHIFT, shift));
}

function inside(share: number): number {
  return Math.min(1 - NEAREST, Math.max(NEAREST, share));
}

function logOddsOf(probability: number): number {
  return Math.log(probability / (1 - probability));
}

function probabilityOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
