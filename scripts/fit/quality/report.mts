import { PRESETS, presetNames } from '../../../core/cascade/presets.ts';
import {
  calibrationError,
  gapRecovered,
  operationOf,
  ranking,
  type Decided,
} from '../measure/cascadeMeasures.mts';
import type { HeldOut } from './crossValidation.mts';
import type { ReadSet } from './qualityModel.mts';

type Figures = Readonly<Record<string, number>>;

/** What cross-validation showed of one set: means over its repeats. */
export interface SetReport {
  readonly drafts: number;
  readonly good: number;
  readonly auroc: number;
  readonly apgr: number;
  /** Only where quality is correctness. */
  readonly calibrationError?: number;
  /** By preset: what comes of its threshold. Shares, and the gain over escalating at random with its 95 % interval. */
  readonly presets: Readonly<Record<string, Figures>>;
}

export function reportOf(set: ReadSet, repeats: readonly HeldOut[]): SetReport {
  const runs = repeats.map((heldOut) => heldOut.get(set) ?? []);
  return {
    drafts: set.drafts.length,
    good: set.drafts.filter(({ isGood }) => isGood).length,
    auroc: mean(runs.map(ranking)),
    apgr: mean(runs.map(gapRecovered)),
    ...(set.isCorrectness ? { calibrationError: mean(runs.map(calibrationError)) } : {}),
    presets: Object.fromEntries(presetNames.map((name) => [name, operation(runs, PRESETS[name].threshold)])),
  };
}

/** By set: the AUROC of weights that were fitted without it. */
export function leftOut(heldOut: HeldOut): Figures {
  return Object.fromEntries([...heldOut].map(([{ name }, drafts]) => [name, round(ranking(drafts))]));
}

function operation(runs: readonly (readonly Decided[])[], threshold: number): Figures {
  const made = runs.map((drafts) => operationOf(drafts, ({ score }) => score < threshold));
  return {
    threshold,
    escalated: mean(made.map(({ escalated }) => escalated)),
    retained: mean(made.map(({ retained }) => retained)),
    saved: mean(made.map(({ saved }) => saved)),
    gain: mean(made.map(({ gain }) => gain)),
    gainAtLeast: mean(made.map(({ interval: [low] }) => low)),
    gainAtMost: mean(made.map(({ interval: [, high] }) => high)),
  };
}

function mean(values: readonly number[]): number {
  return round(values.reduce((sum, value) => sum + value, 0) / values.length);
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
