import { RECORDED_DRAFTS_FILES, recordedDrafts } from '../../scripts/fit/data/recordedDrafts.mts';
import type { HeldOut } from '../../scripts/fit/quality/crossValidation.mts';
import type { ReadSet } from '../../scripts/fit/quality/qualityModel.mts';
import { type Conditions, dataWith } from '../support/conditions.mts';

/** The recorded drafts, read by today's signals, with the scores of weights that were not fitted to them. */
export interface Replay {
  readonly sets: readonly ReadSet[];
  /** By fold: a prompt is in one for all drafters. */
  readonly byFold: HeldOut;
  /** Each set by weights that were fitted to the others. */
  readonly bySet: HeldOut;
}

export const LEFT_OUT = 'Left out: --data names no folder with lm-sys/RouteLLM and tatsu-lab/alpaca_eval.';

/** `undefined` without the data. */
export async function replay(conditions: Conditions): Promise<Replay | undefined> {
  const data = dataWith(conditions, ...RECORDED_DRAFTS_FILES);
  if (data === undefined) return undefined;
  const { readSets } = await import('../../scripts/fit/quality/qualityModel.mts');
  const { crossValidate, leaveOneOut } = await import('../../scripts/fit/quality/crossValidation.mts');
  const sets = readSets(recordedDrafts(data));
  return { sets, byFold: crossValidate(sets, 0), bySet: leaveOneOut(sets) };
}
