import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod/v3';
import type { ModerationCategory } from '../../../core/guardrails/moderation/categories.ts';
import { csvRows } from './csv.mts';

/** What people said of a text. A category that is missing was not asked for. */
export interface LabelledText {
  readonly text: string;
  readonly isHarmful: boolean;
  readonly categories: ReadonlyMap<ModerationCategory, boolean>;
}

const labels = ['S', 'H', 'V', 'HR', 'SH', 'S3', 'H2', 'V2'] as const;
type Label = (typeof labels)[number];

/** The label of the category itself, and that of a severe form of it. */
interface CategoryLabels {
  readonly category: ModerationCategory;
  readonly label: Label;
  readonly severe?: Label;
}

const categoryLabels: readonly CategoryLabels[] = [
  { category: 'hate', label: 'H', severe: 'H2' },
  { category: 'harassment', label: 'HR' },
  { category: 'self-harm', label: 'SH' },
  { category: 'sexual', label: 'S', severe: 'S3' },
  { category: 'sexual/minors', label: 'S3' },
  { category: 'violence', label: 'V', severe: 'V2' },
];

const rowSchema = z.object({ prompt: z.string() }).catchall(z.unknown());
type Row = z.infer<typeof rowSchema>;

/**
 * The development half of OpenAI's moderation evaluation set (MIT; Markov et al., A Holistic Approach to Undesired
 * Content Detection, 2022): the texts at even places.
 */
export function openAiTexts(folder: string): LabelledText[] {
  const file = join(folder, 'moderation-api-release', 'data', 'samples-1680.jsonl.gz');
  const lines = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n');
  return lines
    .filter((_line, index) => index % 2 === 0)
    .map((line) => labelled(rowSchema.parse(JSON.parse(line))));
}

function labelled(row: Row): LabelledText {
  const categories = new Map<ModerationCategory, boolean>();
  for (const { category, label, severe = label } of categoryLabels) {
    if (row[label] === 1 || row[severe] === 1) categories.set(category, true);
    else if (row[label] === 0) categories.set(category, false);
  }
  return {
    text: row.prompt,
    isHarmful: labels.some((name) => row[name] === 1),
    categories,
  };
}

/** Comments from social networks that people called toxic or not (Surge AI, toxicity dataset, MIT). */
export function toxicityTexts(folder: string): LabelledText[] {
  const file = join(folder, 'surge-ai-toxicity', 'toxicity_en.csv');
  return csvRows(readFileSync(file, 'utf8')).map((row) => ({
    text: row.get('text') ?? '',
    isHarmful: row.get('is_toxic') === 'Toxic',
    categories: new Map(),
  }));
}
