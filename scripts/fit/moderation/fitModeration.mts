import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod/v3';
import type { ModerationScores } from '../../../core/guardrails/moderation/categories.ts';
import { blend } from '../../../core/guardrails/moderation/blend.ts';
import type { Calibration } from '../../../core/guardrails/moderation/model/combine.ts';
import { ANY_OUTPUT } from '../../../core/guardrails/moderation/model/combine.ts';
import { patternScores } from '../../../core/guardrails/moderation/patterns/patternScores.ts';
import { plainText } from '../../../core/guardrails/text/plainText.ts';
import { cacheFolder } from '../../support/cacheFolder.mts';
import { readWordPackages } from '../data/wordPackages.mts';
import type { WordPackages } from '../data/wordPackages.mts';
import { encodeModel } from '../linear/encodeModel.mts';
import type { TextSpace } from '../linear/textSpace.mts';
import { textSpace } from '../linear/textSpace.mts';
import { calibrate } from './calibrate.mts';
import type { CorpusText } from './corpus.mts';
import { MODERATED, moderationCorpus, OUTPUTS } from './corpus.mts';
import { nestedScores, outOfFold } from './crossValidate.mts';
import { fitOutputs } from './regressions.mts';
import type { ScoredRows } from './report.mts';
import { meanOf, measured } from './report.mts';
import { chosenWords, moderationWordSpace } from './wordChoice.mts';

const FOLDER = new URL('../../../core/guardrails/moderation/model/', import.meta.url);
const WEIGHTS = new URL('moderation.b64', FOLDER);
const REPORT = new URL('moderation.report.json', FOLDER);
const SCORES_FILE = 'heldOutModerationScores.json';
const SEED = 1;

const SETTINGS = {
  target: MODERATED,
  sourceLikeness: 1 / 3,
  similarity: { sharpness: 4, list: 2, same: 0.3 },
  factors: { words: 1, pairs: 0.2, parts: 1 },
  sharedSlots: 2 ** 14,
  damping: 10,
};

const TEXT_SOURCES = [
  { name: 'openai/moderation-api-release, samples-1680, texts at even places', license: 'MIT' },
  { name: 'surge-ai/toxicity, toxicity_en.csv', license: 'MIT' },
  { name: 'own texts, scripts/fit/moderation/ownTexts.mts', license: 'MIT' },
];

export interface ModerationFit {
  /** The folder with the public texts, and the one in which the word packages are installed. */
  readonly data: string;
  readonly packages: string;
  /** How often the five folds are drawn anew to measure the model. */
  readonly repeats: number;
}

/** Fits the model, measures it by nested cross-validation, and writes the weights and the report beside them. */
export async function fitModeration({ data, packages, repeats }: ModerationFit): Promise<object> {
  const corpus = moderationCorpus(data);
  const words = await readWordPackages(packages);
  const space = spaceOf(corpus, words);
  const weights = weightsFile(corpus, space);
  writeFileSync(WEIGHTS, weights);
  const runs = Array.from({ length: repeats }, (_, run) =>
    nestedScores(corpus, space.likeness, SEED + 10 * run),
  );
  keepScores(runs);
  const report = {
    date: new Date().toISOString().slice(0, 10),
    bytes: weights.length,
    method: `nested cross-validation, 5 folds drawn ${String(repeats)} times, decided at 0.5`,
    percent: figuresOf(corpus, runs),
    texts: TEXT_SOURCES,
    words: words.sources,
    settings: SETTINGS,
  };
  writeFileSync(REPORT, `${JSON.stringify(report, undefined, 2)}\n`);
  return report;
}

/** The same figures again with the scores that the last fit kept, for trying other patterns: takes seconds. */
export function evaluateModeration(data: string): object {
  return figuresOf(moderationCorpus(data), keptScores());
}

function spaceOf(corpus: readonly CorpusText[], packages: WordPackages): TextSpace {
  const space = moderationWordSpace(packages);
  return textSpace(corpus, { ...SETTINGS, space, words: chosenWords(corpus, packages, space) });
}

function weightsFile(corpus: readonly CorpusText[], space: TextSpace): string {
  const rows = [...corpus.keys()];
  const measuredRows = rows.filter((row) => corpus[row]?.isMeasured);
  const calibration = calibrate(corpus, outOfFold(corpus, space.likeness, measuredRows, SEED), measuredRows);
  const fitted = fitOutputs(corpus, space.likeness, rows);
  const weights = space.weightsOf(
    OUTPUTS.map((output) => fitted.get(output) ?? new Float64Array(corpus.length)),
  );
  return encodeModel({ outputs: OUTPUTS, ...weights, extra: numbersOf(calibration) });
}

function numbersOf({ lines, any }: Calibration): ReadonlyMap<string, readonly number[]> {
  const numbers = new Map<string, readonly number[]>();
  for (const [category, { slope, offset }] of lines) numbers.set(category, [slope, offset]);
  return numbers.set(ANY_OUTPUT, [any.slopeOfAny, any.slopeOfLikeliest, any.offset]);
}

function figuresOf(corpus: readonly CorpusText[], runs: readonly ScoredRows[]): object {
  const patterns = new Map(
    [...corpus.entries()].flatMap(([row, { text, isMeasured }]) =>
      isMeasured ? [[row, patternScores(plainText(text))] as const] : [],
    ),
  );
  return {
    model: meanOf(runs.map((run) => measured(corpus, run))),
    patterns: measured(corpus, patterns),
    both: meanOf(runs.map((run) => measured(corpus, together(corpus, run, patterns)))),
  };
}

/** As `builtInScores` puts them together. */
function together(corpus: readonly CorpusText[], model: ScoredRows, patterns: ScoredRows): ScoredRows {
  return new Map(
    [...model].map(([row, scores]) => {
      const words = plainText(corpus[row]?.text ?? '').split(' ').length;
      return [row, blend(patterns.get(row) ?? scores, scores, words)];
    }),
  );
}

const scoresSchema: z.ZodType<ModerationScores> = z.object({
  hate: z.number(),
  harassment: z.number(),
  'self-harm': z.number(),
  sexual: z.number(),
  'sexual/minors': z.number(),
  violence: z.number(),
});
const keptSchema = z.array(z.array(z.tuple([z.number(), scoresSchema])));

function keepScores(runs: readonly ScoredRows[]): void {
  mkdirSync(cacheFolder('fit'), { recursive: true });
  writeFileSync(cacheFolder('fit', SCORES_FILE), JSON.stringify(runs.map((run) => [...run])));
}

function keptScores(): readonly ScoredRows[] {
  const text = readFileSync(cacheFolder('fit', SCORES_FILE), 'utf8');
  return keptSchema.parse(JSON.parse(text)).map((run) => new Map(run));
}
