import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod/v3';
import { csvRows } from './csv.mts';

/** What a cheap model once answered, and how good that was beside the answer of a strong one. */
export interface RecordedDraft {
  /** Place of the prompt in its data set: the same for all drafters. */
  readonly row: number;
  readonly prompt: string;
  readonly draft: string;
  /** What the strong model answered. */
  readonly verified: string;
  /** 0..1: 1 = right. On AlpacaEval the chance that a judge prefers it to the strong model's answer. */
  readonly quality: number;
  /** Of the strong model's answer, on the same scale. */
  readonly verifiedQuality: number;
  readonly isGood: boolean;
}

/** The drafts of one drafter on one data set. */
export interface DraftSet {
  readonly name: string;
  readonly drafter: string;
  /** Whether `quality` says that a draft was right, not only that it was preferred. */
  readonly isCorrectness: boolean;
  readonly drafts: readonly RecordedDraft[];
}

export const VERIFIER = 'gpt-4-1106-preview';
const MIXTRAL = 'Mixtral-8x7B-Instruct-v0.1';

const GSM8K = join('RouteLLM', 'routellm', 'evals', 'gsm8k');
const ALPACA = join('alpaca_eval', 'results');
const ALPACA_DRAFTERS = ['gpt-3.5-turbo-1106', MIXTRAL];
const JUDGES = ['weighted_alpaca_eval_gpt4_turbo', 'alpaca_eval_cot_gpt4_turbo_fn'];

/** Paths below the folder with the data that have to be there. */
export const RECORDED_DRAFTS_FILES = [
  join(GSM8K, 'gsm8k_responses.csv'),
  join(GSM8K, 'test.jsonl'),
  join(ALPACA, 'gpt4_1106_preview', 'model_outputs.json'),
];

/** The development half: the rows at even places. */
export function recordedDrafts(folder: string): readonly DraftSet[] {
  return [gsm8kDrafts(folder), ...alpacaDrafts(folder)];
}

const goldSchema = z.object({ question: z.string(), answer: z.string() });

/** Grade school mathematics (Cobbe et al., 2021), graded by the number that an answer states. */
function gsm8kDrafts(folder: string): DraftSet {
  const read = (file: string) => readFileSync(join(folder, GSM8K, file), 'utf8');
  const answers = csvRows(read('gsm8k_responses.csv'));
  const gold = read('test.jsonl')
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => goldSchema.parse(JSON.parse(line)));
  const drafts = answers.flatMap((answer, row) => {
    const expected = statedNumber(gold[row]?.answer ?? '');
    if (!isDevelopment(row) || gold[row]?.question !== answer.get('prompt')) return [];
    const draft = answer.get(`mistralai/${MIXTRAL}_response`) ?? '';
    const verified = answer.get(`${VERIFIER}_response`) ?? '';
    const isGood = isSame(statedNumber(draft), expected);
    return [
      {
        row,
        prompt: answer.get('prompt') ?? '',
        draft,
        verified,
        quality: Number(isGood),
        verifiedQuality: Number(isSame(statedNumber(verified), expected)),
        isGood,
      },
    ];
  });
  return { name: 'GSM8K', drafter: MIXTRAL, isCorrectness: true, drafts };
}

/** The first number behind the mark of a worked solution, else the last number. */
function statedNumber(text: string): number | undefined {
  const mark = text.lastIndexOf('####');
  const found = (mark < 0 ? text : text.slice(mark)).match(/-?\d[\d,]*(?:\.\d+)?/g);
  const written = mark < 0 ? found?.at(-1) : found?.[0];
  return written === undefined ? undefined : Number(written.replaceAll(',', ''));
}

function isSame(one: number | undefined, other: number | undefined): boolean {
  return one !== undefined && other !== undefined && Math.abs(one - other) < 1e-6;
}

const instructionsSchema = z.array(z.object({ instruction: z.string() }));
const annotationsSchema = z.array(
  z.object({
    instruction: z.string(),
    output_1: z.string(),
    output_2: z.string(),
    preference: z.coerce.number().nullable(),
  }),
);

/** AlpacaEval (Li et al., 2023): which of two answers a judge prefers. */
function alpacaDrafts(folder: string): DraftSet[] {
  const read = (...path: string[]): unknown =>
    JSON.parse(readFileSync(join(folder, ALPACA, ...path), 'utf8'));
  const instructions = instructionsSchema.parse(read('gpt4_1106_preview', 'model_outputs.json'));
  const rowOf = new Map(instructions.map(({ instruction }, row) => [instruction, row]));
  return ALPACA_DRAFTERS.flatMap((drafter) => {
    const judge = JUDGES.find((name) => existsSync(join(folder, ALPACA, drafter, name, 'annotations.json')));
    if (judge === undefined) return [];
    const drafts = annotationsSchema.parse(read(drafter, judge, 'annotations.json')).flatMap((judged) => {
      const row = rowOf.get(judged.instruction);
      if (row === undefined || judged.preference === null || !isDevelopment(row)) return [];
      const quality = judged.preference - 1;
      return [
        {
          row,
          prompt: judged.instruction,
          draft: judged.output_2,
          verified: judged.output_1,
          quality,
          verifiedQuality: 0.5,
          isGood: quality >= 0.5,
        },
      ];
    });
    return [{ name: `AlpacaEval, ${drafter}`, drafter, isCorrectness: false, drafts }];
  });
}

function isDevelopment(row: number): boolean {
  return row % 2 === 0;
}
