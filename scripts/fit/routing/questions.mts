import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { domainOfText } from '../../../core/cascade/query/domain.ts';
import { difficultyFeatures, type FeatureValues } from '../../../core/cascade/query/difficulty/features.ts';
import { readQueryText } from '../../../core/cascade/query/reading/readQueryText.ts';
import { csvRows } from '../data/csv.mts';
import { recordedDrafts } from '../data/recordedDrafts.mts';

/** A question that a cheap model was once asked. */
export interface Question {
  readonly prompt: string;
  /** The data set and the model, for what they have of their own. */
  readonly set: string;
  /** The file it is from; where a set has one file, the prompt itself. */
  readonly subject: string;
  /** Whether the cheap model's answer was not good enough. */
  readonly isFailed: boolean;
  /** Whether "good enough" means right, not only preferred to another answer. */
  readonly isCorrectness: boolean;
}

export interface ReadQuestion extends Question {
  readonly features: FeatureValues;
}

const MMLU = join('RouteLLM', 'routellm', 'evals', 'mmlu', 'responses');
const DRAFTER = 'mistralai/Mixtral-8x7B-Instruct-v0.1';

/** The development half of all sets, with what their questions show. */
export function readQuestions(folder: string): readonly ReadQuestion[] {
  return [...mmlu(folder), ...recorded(folder)].map((question) => {
    const text = readQueryText(question.prompt);
    return { ...question, features: difficultyFeatures(text, domainOfText(text)) };
  });
}

/** Questions of 57 fields (Hendrycks et al., 2021): the rows at even places, counted over all files. */
function mmlu(folder: string): readonly Question[] {
  const files = readdirSync(join(folder, MMLU)).filter((name) => name.endsWith('.csv'));
  const rows = files
    .toSorted()
    .flatMap((file) => csvRows(readFileSync(join(folder, MMLU, file), 'utf8')).map((row) => ({ file, row })));
  return rows
    .filter((_, place) => place % 2 === 0)
    .map(({ file, row }) => ({
      prompt: row.get('prompt') ?? '',
      set: 'MMLU',
      subject: file,
      isFailed: row.get(DRAFTER) !== 'True',
      isCorrectness: true,
    }));
}

function recorded(folder: string): readonly Question[] {
  return recordedDrafts(folder).flatMap(({ name, isCorrectness, drafts }) =>
    drafts.map(({ prompt, isGood }) => ({
      prompt,
      set: name,
      subject: prompt,
      isFailed: !isGood,
      isCorrectness,
    })),
  );
}
