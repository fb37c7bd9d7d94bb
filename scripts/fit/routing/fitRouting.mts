import { writeFileSync } from 'node:fs';
import { failureProbability } from '../../../core/cascade/query/difficulty/difficulty.ts';
import { randomNumbers, shuffled } from '../linear/random.mts';
import { auroc } from '../measure/measures.mts';
import { fitBlend } from '../measure/platt.mts';
import { fitDifficulty, logOddsOf } from './difficultyModel.mts';
import { readQuestions, type ReadQuestion } from './questions.mts';

export interface RoutingFit {
  /** The folder with the checkouts of the data sets. */
  readonly data: string;
  /** Leaves the weights and the report as they are. */
  readonly onlyMeasure: boolean;
}

const FOLDER = new URL('../../../core/cascade/query/difficulty/', import.meta.url);
const WEIGHTS = new URL('difficulty.json', FOLDER);
const REPORT = new URL('difficulty.report.json', FOLDER);

const FOLDS = 10;
const SEED = 5;
const METHOD = {
  fit: 'Logistic regression with a normal prior, one set of weights for all sets and an intercept for each; the log-odds are shrunk by the factor that makes them true for fields that were not seen. The features were chosen with these questions in sight.',
  byQuestion: 'Ten folds, a prompt is in one fold for all models.',
  byField: 'Ten folds, a file of MMLU is in one fold: no question of its field was seen.',
} as const;
const SOURCES = [
  {
    name: 'MMLU (Hendrycks et al.), rows at even places, right or wrong answers of Mixtral-8x7B-Instruct-v0.1 and gpt-4-1106-preview (lm-sys/RouteLLM)',
    license: 'MIT; Apache-2.0',
  },
  { name: 'GSM8K and AlpacaEval: as the report on quality says', license: 'as there' },
];

interface HeldOut {
  readonly question: ReadQuestion;
  readonly logOdds: number;
}

/** Fits the weights by which the difficulty of a query is told, and measures them on questions they were not fitted to. */
export function fitRouting({ data, onlyMeasure }: RoutingFit): object {
  const questions = readQuestions(data);
  const byQuestion = crossValidate(questions, ({ prompt }) => prompt);
  const byField = crossValidate(questions, ({ subject }) => subject);
  const graded = byField.filter(({ question }) => question.set === 'MMLU');
  const { factors } = fitBlend(
    graded.map(({ logOdds }) => [logOdds]),
    graded.map(({ question }) => question.isFailed),
  );
  const model = fitDifficulty(questions, factors[0]);
  const report = {
    date: new Date().toISOString().slice(0, 10),
    method: METHOD,
    questions: bySet(byQuestion, (rows) => rows.length),
    failed: bySet(byQuestion, (rows) => share(rows, ({ question }) => question.isFailed)),
    auroc: { byQuestion: bySet(byQuestion, ranking), byField: bySet(byField, ranking) },
    shrunkBy: round(factors[0] ?? NaN),
    difficultyOfQuestions: bySet(byQuestion, (rows) =>
      percentiles(rows.map(({ question }) => failureProbability(model, question.features))),
    ),
    sources: SOURCES,
  };
  if (!onlyMeasure) {
    writeFileSync(WEIGHTS, `${JSON.stringify(model, undefined, 2)}\n`);
    writeFileSync(REPORT, `${JSON.stringify(report, undefined, 2)}\n`);
  }
  return report;
}

/** Each question with what a fit says of it that saw none of its group. */
function crossValidate(
  questions: readonly ReadQuestion[],
  groupOf: (question: ReadQuestion) => string,
): readonly HeldOut[] {
  const groups = shuffled([...new Set(questions.map(groupOf))], randomNumbers(SEED));
  const foldOf = new Map(groups.map((group, index) => [group, index % FOLDS]));
  return Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    const isHeldOut = (question: ReadQuestion) => foldOf.get(groupOf(question)) === fold;
    const model = fitDifficulty(questions.filter((question) => !isHeldOut(question)));
    return questions.filter(isHeldOut).map((question) => ({ question, logOdds: logOddsOf(model, question) }));
  });
}

/** The chance that a question at which the cheap model fails is told to be harder than one at which it does not. */
function ranking(rows: readonly HeldOut[]): number {
  return round(
    auroc(
      rows.map(({ logOdds }) => logOdds),
      rows.map(({ question }) => question.isFailed),
    ),
  );
}

function bySet<Figure>(
  rows: readonly HeldOut[],
  figure: (rows: readonly HeldOut[]) => Figure,
): Record<string, Figure> {
  const sets = [...new Set(rows.map(({ question }) => question.set))];
  return Object.fromEntries(
    sets.map((set) => [set, figure(rows.filter(({ question }) => question.set === set))]),
  );
}

const SHOWN = [1, 10, 50, 90, 99];

/** By percentage of the values: the value that so many are below. */
function percentiles(values: readonly number[]): Record<string, number> {
  const sorted = values.toSorted((a, b) => a - b);
  return Object.fromEntries(
    SHOWN.map((percent) => [
      `${String(percent)} %`,
      round(sorted[Math.floor((percent / 100) * sorted.length)] ?? NaN),
    ]),
  );
}

function share(rows: readonly HeldOut[], holds: (row: HeldOut) => boolean): number {
  return round(rows.filter(holds).length / rows.length);
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
