import { readDraft } from '../../../core/cascade/quality/draft.ts';
import type { QualityWeights } from '../../../core/cascade/quality/score.ts';
import { signalNames, signals, type SignalName } from '../../../core/cascade/quality/signals.ts';
import type { DraftSet, RecordedDraft } from '../data/recordedDrafts.mts';
import { fitWeights, type Example, type WeightPrior } from './fitWeights.mts';
import { PRIORS } from './priors.mts';

/** A recorded draft with what the signals see in it. */
export interface ReadDraft extends RecordedDraft {
  readonly strengths: readonly number[];
}

export interface ReadSet extends Omit<DraftSet, 'drafts'> {
  readonly drafts: readonly ReadDraft[];
}

/** How likely a draft is right that shows nothing, before any data: most questions are easy. */
const INTERCEPT: WeightPrior = { mean: 2, precision: 0.5, least: -Infinity, most: Infinity };
/** What a data set has of its own is left to it. */
const OWN: WeightPrior = { mean: 0, precision: 0.01, least: -Infinity, most: Infinity };
/** A preference says less of a draft than its correctness does. */
const PREFERENCE_WEIGHT = 0.5;

export function readSets(sets: readonly DraftSet[]): readonly ReadSet[] {
  return sets.map((set) => ({
    ...set,
    drafts: set.drafts.map((recorded) => {
      const draft = readDraft({ query: recorded.prompt, text: recorded.draft });
      return { ...recorded, strengths: signalNames.map((name) => signals[name](draft)?.strength ?? 0) };
    }),
  }));
}

/**
 * One set of weights for all sets. A set of preferences gets an intercept of its own, because its drafts lose for being
 * the weaker, not for being wrong, and a slope for length, because its judge likes some drafters long and others short:
 * both are dropped when the fit is done, so that the weights only have to order drafts of one length.
 */
export function fitQuality(sets: readonly ReadSet[]): QualityWeights {
  const preferences = sets.filter(({ isCorrectness }) => !isCorrectness);
  const examples = sets.flatMap((set) => {
    const place = preferences.indexOf(set);
    return set.drafts.map((draft): Example => {
      const own = new Array<number>(1 + 2 * preferences.length).fill(0);
      if (place < 0) own[0] = 1;
      else own.splice(1 + 2 * place, 2, 1, Math.log(draft.draft.length + 1) - 6);
      const weight = place < 0 ? 1 : PREFERENCE_WEIGHT;
      return { inputs: draft.strengths, own, quality: draft.quality, weight };
    });
  });
  const fitted = fitWeights(examples, [
    ...signalNames.map((name) => weightPrior(PRIORS[name])),
    INTERCEPT,
    ...preferences.flatMap(() => [OWN, OWN]),
  ]);
  return { intercept: rounded(fitted[signalNames.length] ?? 0), weights: weightsOf(fitted) };
}

export function logOddsOf({ intercept, weights }: QualityWeights, { strengths }: ReadDraft): number {
  return signalNames.reduce((sum, name, index) => sum + weights[name] * (strengths[index] ?? 0), intercept);
}

function weightPrior({ weight, spread, speaks }: (typeof PRIORS)[SignalName]): WeightPrior {
  return {
    mean: weight,
    precision: spread ** -2,
    least: speaks === 'for' ? 0 : -Infinity,
    most: speaks === 'for' ? Infinity : 0,
  };
}

function weightsOf(fitted: readonly number[]): QualityWeights['weights'] {
  const of = (name: SignalName) => rounded(fitted[signalNames.indexOf(name)] ?? 0);
  return Object.fromEntries(signalNames.map((name) => [name, of(name)])) as Record<SignalName, number>;
}

/** The file is read by people too. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000 + 0;
}
