import { writeFileSync } from 'node:fs';
import { crossValidate, weightsFile, type HeldOut } from './crossValidation.mts';
import { fitModel, withWindows } from './injectionModel.mts';
import { readPrompts, SOURCES, type PromptFolders, type PromptSource } from './prompts.mts';

export interface InjectionFit extends PromptFolders {
  /** Leaves the weights and the report as they are. */
  readonly onlyMeasure: boolean;
}

const WEIGHTS = new URL('../../../core/guardrails/injection/model/injection.b64', import.meta.url);
const REPORT = new URL('../../../core/guardrails/injection/model/injection.report.json', import.meta.url);

const SCORES = ['phrases', 'model', 'both'] as const;
/** Shares of ordinary texts that may be found unsafe. */
const ALLOWED = [0.005, 0.01, 0.02];
const THRESHOLD = 0.5;

/** Fits the small model of prompt injection and measures it, alone and together with the phrases. */
export function fitInjection({ onlyMeasure, ...folders }: InjectionFit): object {
  const prompts = withWindows(readPrompts(folders));
  const { heldOut, calibration } = crossValidate(prompts);
  const file = weightsFile(fitModel(prompts), calibration);
  const report = {
    date: new Date().toISOString().slice(0, 10),
    bytes: file.length,
    method: 'five folds; texts that share wording, or a pattern, are in one fold',
    recallPercent: Object.fromEntries(SCORES.map((score) => [score, recallAtAllowed(heldOut, score)])),
    foundUnsafePercent: Object.fromEntries(
      sources().map((source) => [source, unsafeShares(heldOut, source)]),
    ),
    sources: SOURCES,
  };
  if (!onlyMeasure) {
    writeFileSync(WEIGHTS, file);
    writeFileSync(REPORT, `${JSON.stringify(report, undefined, 2)}\n`);
  }
  return report;
}

/** By share of ordinary texts found unsafe: how many attacks are found. */
function recallAtAllowed(
  heldOut: readonly HeldOut[],
  score: (typeof SCORES)[number],
): Record<string, number> {
  const ordinary = heldOut.filter(({ prompt }) => !prompt.isAttack).map((held) => held[score]);
  const attacks = heldOut.filter(({ prompt }) => prompt.isAttack).map((held) => held[score]);
  ordinary.sort((one, other) => other - one);
  return Object.fromEntries(
    ALLOWED.map((share) => {
      const threshold = ordinary[Math.floor(ordinary.length * share)] ?? 0;
      return [`at ${String(share * 100)} % false positives`, percent(attacks, (value) => value > threshold)];
    }),
  );
}

/** At the threshold of the detector. */
function unsafeShares(heldOut: readonly HeldOut[], source: PromptSource): Record<string, number> {
  const rows = heldOut.filter(({ prompt }) => prompt.source === source);
  const shares = SCORES.map((score) => [score, percent(rows, (row) => row[score] >= THRESHOLD)] as const);
  return Object.fromEntries([['texts', rows.length] as const, ...shares]);
}

function sources(): PromptSource[] {
  return Object.keys(SOURCES).filter((name): name is PromptSource => name in SOURCES);
}

function percent<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  return Number(((100 * items.filter(holds).length) / items.length).toFixed(2));
}
