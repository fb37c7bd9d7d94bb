import type { Draft } from '../draft';
import type { Effect } from '../signal';
import { agreementOf } from './agreement';
import { doubtOf } from './doubt';

/**
 * What others than the text say of a draft: a judge, further samples, the model's own probabilities. No recorded draft
 * has any of it, so their weights are set by hand, each from how far its source can be trusted.
 */
export function evidenceFor(draft: Draft): readonly Effect[] {
  return [judgement(draft), agreement(draft), doubt(draft)].filter((effect) => effect !== undefined);
}

/**
 * One verdict of a judge in ten is wrong, in either direction: Zheng et al., Judging LLM-as-a-judge with MT-Bench and
 * Chatbot Arena (2023), found strong models to agree with people in 80 to 85 % of pairs, as much as people with one
 * another, and in more when the answers differ clearly.
 */
const JUDGE_ERRS = 0.1;

function judgement({ judged }: Draft): Effect | undefined {
  if (judged === undefined) return undefined;
  const isGood = JUDGE_ERRS + (1 - 2 * JUDGE_ERRS) * judged;
  return {
    name: 'judged',
    strength: judged,
    effect: Math.log(isGood / (1 - isGood)),
    ...(judged < 0.5 ? { reason: 'the judge does not find the draft good enough' } : {}),
  };
}

/**
 * How often a sample agrees with a right draft and with a wrong one. Right answers are alike and wrong ones differ
 * (Wang et al., Self-consistency improves chain of thought reasoning, 2022), but a model also repeats its mistakes.
 */
const AGREES_WITH_RIGHT = 0.8;
const AGREES_WITH_WRONG = 0.4;
const FOR_EACH_AGREEING = Math.log(AGREES_WITH_RIGHT / AGREES_WITH_WRONG);
const FOR_EACH_DISSENTING = Math.log((1 - AGREES_WITH_RIGHT) / (1 - AGREES_WITH_WRONG));

function agreement({ text, samples = [] }: Draft): Effect | undefined {
  if (samples.length === 0) return undefined;
  const agreements = samples.map((sample) => agreementOf(text, sample));
  const effect = agreements.reduce(
    (sum, share) => sum + share * FOR_EACH_AGREEING + (1 - share) * FOR_EACH_DISSENTING,
    0,
  );
  const strength = agreements.reduce((sum, share) => sum + share, 0) / agreements.length;
  return {
    name: 'samples',
    strength,
    effect,
    ...(effect < 0 ? { reason: 'the model answers differently when asked again' } : {}),
  };
}

/** A model that gives its words even chances is a guess away from another answer; it is seldom all wrong. */
const FOR_FULL_DOUBT = -2.5;

function doubt({ logprobs }: Draft): Effect | undefined {
  const found = logprobs && doubtOf(logprobs);
  if (!found) return undefined;
  const { strength, meanPercent } = found;
  return {
    name: 'logprobs',
    strength,
    effect: FOR_FULL_DOUBT * strength,
    reason: `the model gave its words only ${meanPercent.toFixed(0)} % probability`,
  };
}
