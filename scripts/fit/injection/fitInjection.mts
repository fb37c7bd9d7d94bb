import { writeFileSync } from 'node:fs';
import { readWordPackages } from '../data/wordPackages.mts';
import { crossValidate, weightsFile, type HeldOut } from './crossValidation.mts';
import { fitModel, withWindows } from './injectionModel.mts';
import { readPrompts, SOURCES, type PromptFolders, type PromptSource } from './prompts.mts';
import { fitWording } from './wording/fitWording.mts';
import { wordingTexts } from './wording/wordingTexts.mts';

export interface InjectionFit extends PromptFolders {
  /** The folder in which the word packages are installed. */
  readonly packages: string;
  /** Leaves the weights and the report as they are. */
  readonly onlyMeasure: boolean;
}

const WEIGHTS = new URL('../../../core/guardrails/injection/model/injection.b64', import.meta.url);
const WORDING_WEIGHTS = new URL('../../../core/guardrails/injection/model/wording.b64', import.meta.url);
const REPORT = new URL('../../../core/guardrails/injection/model/injection.report.json', import.meta.url);

const SCORES = ['phrases', 'model', 'both'] as const;
/** Shares of ordinary texts that may be found unsafe. */
const ALLOWED = [0.005, 0.01, 0.02];
const THRESHOLD = 0.5;
/** What the figures are, and what they are not. */
const METHOD = {
  jailbreaks:
    'Out of fold: five folds, texts that share wording or a pattern are in one. Not nested: the calibration, two numbers, is fitted to the out-of-fold logits of all folds. The phrases were written with the jailbreaks and the requests in sight, so their figures are no held-out ones. The model of wordings is left out.',
  wording:
    'Out of fold: ten folds of own texts, mixed at random. Not nested: the threshold, one number, is chosen on the out-of-fold decisions for 0.6 % of the look-alikes. The phrases were written with most of these texts in sight, so they are left out.',
} as const;

/** Fits the two small models of prompt injection; measures that of jailbreaks alone and together with the phrases. */
export async function fitInjection({ onlyMeasure, packages, ...folders }: InjectionFit): Promise<object> {
  const read = readPrompts(folders);
  const wording = fitWording(wordingTexts(read), await readWordPackages(packages));
  const prompts = withWindows(read);
  const { heldOut, calibration } = crossValidate(prompts);
  const file = weightsFile(fitModel(prompts), calibration);
  const report = {
    date: new Date().toISOString().slice(0, 10),
    bytes: file.length,
    method: METHOD,
    recallPercent: Object.fromEntries(SCORES.map((score) => [score, recallAtAllowed(heldOut, score)])),
    foundUnsafePercent: Object.fromEntries(
      sources().map((source) => [source, unsafeShares(heldOut, source)]),
    ),
    wording: {
      bytes: wording.weights.length,
      texts: wording.texts,
      foundUnsafePercent: wording.foundUnsafePercent,
    },
    sources: SOURCES,
  };
  if (!onlyMeasure) {
    writeFileSync(WEIGHTS, file);
    writeFileSync(WORDING_WEIGHTS, wording.weights);
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
