import type { Signal } from '../signal';

/** A model that knows gives its tokens 90 % and more on average; a guessing one far less. */
const SURE = 0.9;
const LOST = 0.5;

/** The model's own probabilities of its tokens are low. Sees nothing when the model gives none that are numbers. */
export const uncertainty: Signal = ({ logprobs = [] }) => {
  const mean = logprobs.reduce((sum, logprob) => sum + Math.exp(logprob), 0) / logprobs.length;
  if (Number.isNaN(mean) || mean >= SURE) return undefined;
  const strength = Math.min(1, (SURE - mean) / (SURE - LOST));
  return { strength, reason: `the model gave its words only ${(mean * 100).toFixed(0)} % probability` };
};
