import { writeFileSync } from 'node:fs';
import { recordedDrafts } from '../data/recordedDrafts.mts';
import { crossValidate, leaveOneOut } from './crossValidation.mts';
import { fitQuality, readSets } from './qualityModel.mts';
import { leftOut, reportOf } from './report.mts';

export interface QualityFit {
  /** The folder with the checkouts of the data sets. */
  readonly data: string;
  /** How often cross-validation is done, each time with other folds. */
  readonly repeats: number;
  /** Leaves the weights and the report as they are. */
  readonly onlyMeasure: boolean;
}

const FOLDER = new URL('../../../core/cascade/quality/weights/', import.meta.url);
const WEIGHTS = new URL('quality.json', FOLDER);
const REPORT = new URL('quality.report.json', FOLDER);

const METHOD =
  'Maximum a posteriori logistic regression, one set of weights for all sets; ten folds, a prompt is in one fold for all drafters. The signals were written with these drafts in sight, so only texts of elsewhere are fully held out.';
const SOURCES = [
  {
    name: 'GSM8K, test set (openai/grade-school-math), rows at even places, graded again by the stated number',
    license: 'MIT',
  },
  {
    name: 'Answers of Mixtral-8x7B-Instruct-v0.1 and gpt-4-1106-preview (lm-sys/RouteLLM)',
    license: 'Apache-2.0',
  },
  {
    name: 'AlpacaEval (tatsu-lab/alpaca_eval), instructions at even places: for the order of drafts only',
    license: 'Apache-2.0; its data CC BY-NC 4.0',
  },
];

/** Fits the weights of the signals by which a draft is assessed, and measures them on drafts they were not fitted to. */
export function fitQualityWeights({ data, repeats, onlyMeasure }: QualityFit): object {
  const sets = readSets(recordedDrafts(data));
  const heldOut = Array.from({ length: repeats }, (_, repeat) => crossValidate(sets, repeat));
  const report = {
    date: new Date().toISOString().slice(0, 10),
    method: METHOD,
    crossValidated: Object.fromEntries(sets.map((set) => [set.name, reportOf(set, heldOut)])),
    aurocOfWeightsFittedWithoutIt: leftOut(leaveOneOut(sets)),
    sources: SOURCES,
  };
  if (!onlyMeasure) {
    writeFileSync(WEIGHTS, `${JSON.stringify(fitQuality(sets), undefined, 2)}\n`);
    writeFileSync(REPORT, `${JSON.stringify(report, undefined, 2)}\n`);
  }
  return report;
}
