import { join } from 'node:path';
import { type LabelledText, openAiTexts } from '../../scripts/fit/data/moderationRows.mts';
import { auroc, verdictsAt } from '../../scripts/fit/measure/measures.mts';
import type * as Core from '../../core/index.ts';
import { loadCore } from '../engineOverhead/workload.mts';
import { type Conditions, dataWith } from '../support/conditions.mts';
import { percent } from '../support/percent.mts';
import type { Table } from '../support/table.mts';
import { type Figures, heldOut } from './heldOut.mts';
import { NAME } from './peers/cascadeflow.mts';
import type { Moderator } from './peers/contestant.mts';
import { wordFilters } from './peers/wordFilters.mts';

/** Below the folder with the public data sets. */
const FILES = [
  join('moderation-api-release', 'data', 'samples-1680.jsonl.gz'),
  join('surge-ai-toxicity', 'toxicity_en.csv'),
];

const TARGET = { f1: 0.66, falsePositiveRate: 0.1 };

/**
 * Harmful texts told from harmless ones, on the development half of OpenAI's evaluation set: any label is harm. The
 * shipped model was fitted to these texts, so that its own row flatters it; the row to compare is the one of
 * cross-validation.
 */
export async function moderation(conditions: Conditions): Promise<Table> {
  const title = "Moderation: harmful texts of OpenAI's evaluation set, development half";
  const data = dataWith(conditions, ...FILES);
  if (data === undefined) {
    const remark =
      'Left out: --data names no folder with openai/moderation-api-release and surge-ai/toxicity.';
    return { title, columns: ['', 'F1'], rows: [], remark };
  }
  const texts = openAiTexts(data);
  const { figures: unseen, isCurrent } = await heldOut(data);
  const figures = new Map<string, Figures>([
    [`${NAME}, cross-validated${isCurrent ? '' : ' at the last fit'}`, unseen],
    ...wordFilters.map((moderator) => [moderator.name, figuresOf(moderator, texts)] as const),
    [`${NAME}, fitted to these texts`, shippedFigures(await loadCore(), texts)],
  ]);
  return {
    title: `${title}, ${String(texts.length)} texts, ${String(texts.filter(({ isHarmful }) => isHarmful).length)} harmful`,
    columns: ['', 'F1', 'precision', 'recall', 'false positives', 'AUROC'],
    rows: [...figures].map(([name, { f1, precision, recall, falsePositiveRate, auroc: ranking }]) => [
      name,
      ...[f1, precision, recall, falsePositiveRate, ranking].map(percent),
    ]),
    remark:
      `Cross-validated F1 ${percent(unseen.f1)} (target: at least ${percent(TARGET.f1)}) with ` +
      `${percent(unseen.falsePositiveRate)} false positives (target: at most ${percent(TARGET.falsePositiveRate)}).`,
  };
}

/** A list of words does not rank texts. */
function figuresOf(moderator: Moderator, texts: readonly LabelledText[]): Figures {
  const flags = texts.map(({ text }) => (moderator.isHarmful(text) ? 1 : 0));
  return { ...verdictsAt(1, flags, labelsOf(texts)), auroc: NaN };
}

function shippedFigures(core: typeof Core, texts: readonly LabelledText[]): Figures {
  const moderator = new core.ContentModerator();
  const results = texts.map(({ text }) => moderator.check(text));
  const flags = results.map(({ isSafe }) => (isSafe ? 0 : 1));
  const scores = results.map((result) => Math.max(...Object.values(result.scores)));
  const labels = labelsOf(texts);
  return { ...verdictsAt(1, flags, labels), auroc: auroc(scores, labels) };
}

function labelsOf(texts: readonly LabelledText[]): readonly boolean[] {
  return texts.map(({ isHarmful }) => isHarmful);
}
