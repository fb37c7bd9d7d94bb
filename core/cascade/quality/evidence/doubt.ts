export interface Doubt {
  /** 0..1 */
  readonly strength: number;
  /** The mean probability of the tokens. */
  readonly meanPercent: number;
}

/** A model that knows gives its tokens 90 % and more on average; a guessing one far less. */
const SURE = 0.9;
const LOST = 0.5;
/** Where a model that knows has one word in ten to choose freely, a guessing one has many. */
const FREE_SHARE = 0.1;
const GUESSED_SHARE = 0.5;
/** Less than an even chance: another word was as likely. */
const EVEN = 0.5;

/**
 * How unsure a model was of its words, by the mean of their probabilities and by how many of them were guessed; one
 * unlikely word in a long text says nothing. `undefined` when it was sure, or when nothing in `logprobs` is a number.
 */
export function doubtOf(logprobs: readonly number[]): Doubt | undefined {
  const probabilities = logprobs.map((logprob) => Math.exp(Math.min(0, logprob)));
  const mean = probabilities.reduce((sum, probability) => sum + probability, 0) / probabilities.length;
  if (Number.isNaN(mean)) return undefined;
  const guessed = probabilities.filter((probability) => probability < EVEN).length / probabilities.length;
  const strength = Math.max(
    (SURE - mean) / (SURE - LOST),
    (guessed - FREE_SHARE) / (GUESSED_SHARE - FREE_SHARE),
  );
  return strength > 0 ? { strength: Math.min(1, strength), meanPercent: mean * 100 } : undefined;
}
