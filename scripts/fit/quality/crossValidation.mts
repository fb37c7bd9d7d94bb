import type { QualityWeights } from '../../../core/cascade/quality/score.ts';
import { VERIFIER } from '../data/recordedDrafts.mts';
import { randomNumbers } from '../linear/random.mts';
import type { Decided } from '../measure/cascadeMeasures.mts';
import { costOfAnswer } from './prices.mts';
import { fitQuality, logOddsOf, type ReadDraft, type ReadSet } from './qualityModel.mts';

const FOLDS = 10;
const SEED = 7;

/** By set: its drafts with the scores of weights that had not seen their prompts. */
export type HeldOut = ReadonlyMap<ReadSet, readonly Decided[]>;

/**
 * Each prompt is in one fold for all drafters.
 *
 * @param repeat draws other folds
 */
export function crossValidate(sets: readonly ReadSet[], repeat: number): HeldOut {
  const foldOf = folds(sets, repeat);
  const fits = Array.from({ length: FOLDS }, (_, fold) =>
    fitQuality(only(sets, (set, draft) => foldOf(set, draft) !== fold)),
  );
  return new Map(
    sets.map((set) => [set, set.drafts.map((draft) => decided(set, draft, fits[foldOf(set, draft)]))]),
  );
}

/** By set: its drafts with the scores of weights that were fitted to the other sets. */
export function leaveOneOut(sets: readonly ReadSet[]): HeldOut {
  return new Map(
    sets.map((left) => {
      const weights = fitQuality(sets.filter((set) => set !== left));
      return [left, left.drafts.map((draft) => decided(left, draft, weights))];
    }),
  );
}

function decided({ drafter }: ReadSet, draft: ReadDraft, weights: QualityWeights | undefined): Decided {
  const logOdds = weights ? logOddsOf(weights, draft) : NaN;
  return {
    score: 1 / (1 + Math.exp(-logOdds)),
    quality: draft.quality,
    verifiedQuality: draft.verifiedQuality,
    isGood: draft.isGood,
    draftCost: costOfAnswer(drafter, draft.prompt, draft.draft),
    verifiedCost: costOfAnswer(VERIFIER, draft.prompt, draft.verified),
  };
}

function folds(sets: readonly ReadSet[], repeat: number): (set: ReadSet, draft: ReadDraft) => number {
  const random = randomNumbers(SEED + repeat);
  const dealt = new Map<string, number>();
  const key = ({ isCorrectness }: ReadSet, { row }: ReadDraft) => `${String(isCorrectness)} ${String(row)}`;
  for (const set of sets) {
    for (const draft of set.drafts) {
      if (!dealt.has(key(set, draft))) dealt.set(key(set, draft), Math.floor(random() * FOLDS));
    }
  }
  return (set, draft) => dealt.get(key(set, draft)) ?? 0;
}

function only(sets: readonly ReadSet[], keeps: (set: ReadSet, draft: ReadDraft) => boolean): ReadSet[] {
  return sets.map((set) => ({ ...set, drafts: set.drafts.filter((draft) => keeps(set, draft)) }));
}
