import type { Draft } from './draft';
import { evidenceFor } from './evidence/evidence';
import type { Effect, Finding } from './signal';
import { signalNames, signals, type SignalName } from './signals';
import fitted from './weights/quality.json';

/** What `npm run fit -- quality` writes. */
export interface QualityWeights {
  /** The logarithm of the odds of a draft that shows nothing at all. */
  readonly intercept: number;
  /** What a finding of full strength adds to it. */
  readonly weights: Readonly<Record<SignalName, number>>;
}

const { intercept, weights }: QualityWeights = fitted;

export interface Score {
  /** 0..1: how likely the draft is good enough. */
  readonly confidence: number;
  readonly logOdds: number;
  /** What speaks against the draft, the gravest first. */
  readonly findings: readonly (Effect & Required<Finding>)[];
  /** Everything that moved the score, the strongest first. */
  readonly signals: readonly Effect[];
}

/** How likely a draft is good enough, by what it shows and what others say of it. */
export function scoreDraft(draft: Draft): Score {
  const shown = signalNames.flatMap((name) => {
    const finding = signals[name](draft);
    return finding ? [{ name, ...finding, effect: weights[name] * finding.strength }] : [];
  });
  const effects = [...shown, ...evidenceFor(draft)]
    .filter(({ effect }) => effect !== 0)
    .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect));
  const logOdds = effects.reduce((sum, { effect }) => sum + effect, intercept);
  return { confidence: logistic(logOdds), logOdds, findings: effects.filter(isFault), signals: effects };
}

function isFault(effect: Effect): effect is Effect & Required<Finding> {
  return effect.reason !== undefined && effect.effect < 0;
}

function logistic(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
