import type { SignalName } from '../../../core/cascade/quality/signals.ts';

/** What is held of a signal before any recorded draft is seen, in log-odds for a finding of full strength. */
export interface Prior {
  readonly weight: number;
  /** How far the data may take it from there with ease: its standard deviation. */
  readonly spread: number;
  /** A fault never speaks for a draft, whatever a few recorded drafts say. */
  readonly speaks: 'for' | 'against';
}

const against = (weight: number, spread: number): Prior => ({ weight, spread, speaks: 'against' });
const towards = (spread: number): Prior => ({ weight: 0, spread, speaks: 'for' });

/**
 * Faults that hardly occur in the recorded drafts keep their prior: an empty draft, a refusal, broken JSON can never
 * pass any preset, a cut-off one hardly. What the data has much of is left to it. What only AlpacaEval informs stays
 * near 0: it says which draft beats GPT-4, not which is good enough, so it may order drafts but not decide on them.
 */
export const PRIORS: Readonly<Record<SignalName, Prior>> = {
  empty: against(-12, 0.1),
  stopgapAnswer: against(-5, 0.5),
  emptyTalk: against(-3, 0.5),
  echo: against(-4, 0.5),
  thinkingAloud: against(-3, 0.5),
  refusal: against(-5, 0.5),
  asksBack: against(-1.5, 0.5),
  format: against(-5, 0.5),
  listCount: against(-1.5, 0.5),
  length: against(-2.5, 0.5),
  language: against(-4, 0.5),
  nonsense: against(-4, 0.5),
  offTopic: against(-3, 0.5),
  truncation: against(-4, 1),
  cutOff: against(-2.5, 1),
  unclosed: against(-1, 0.7),
  repetition: against(-3, 0.5),
  hedging: against(-2, 0.5),
  selfCorrection: against(-1.5, 1),
  placeholder: against(-1.5, 0.3),
  brokenCode: against(-2.5, 0.5),
  codeLanguage: against(-3, 0.5),
  arithmetic: against(-3, 1),
  wrongStep: against(-1, 1),
  unusedNumbers: against(-0.5, 1),
  missingSteps: against(-0.5, 1),
  noSteps: against(-0.5, 1),
  strayConclusion: against(-0.5, 1),
  looseEnds: against(-0.5, 1),
  rounding: against(-0.5, 1),
  twinNumbers: against(0, 1),
  backwardsProblem: against(0, 1),
  relations: against(0, 1),
  largeNumbers: against(0, 1),
  ownMaterial: towards(0.35),
  closedTask: towards(0.35),
  openList: against(0, 0.35),
  openAdvice: against(0, 0.35),
};
