import type { ModerationScores } from '../../../core/guardrails/moderation/categories.ts';
import { MODERATION_CATEGORIES } from '../../../core/guardrails/moderation/categories.ts';
import { auroc, verdictsAt } from '../measure/measures.mts';
import type { CorpusText } from './corpus.mts';

const THRESHOLD = 0.5;

/** Scores of the texts that a model is measured by, in their order. */
export type ScoredRows = ReadonlyMap<number, ModerationScores>;

/** In percent: how well scores tell harmful texts from harmless ones, and each category from the others. */
export function measured(
  corpus: readonly CorpusText[],
  scored: ScoredRows,
): Record<string, Record<string, number>> {
  const rows = [...scored].flatMap(([row, scores]) => {
    const text = corpus[row];
    return text ? [{ text, scores }] : [];
  });
  const highest = rows.map(({ scores }) => Math.max(...Object.values(scores)));
  const any = figures(
    highest,
    rows.map(({ text }) => text.isHarmful),
  );
  const byCategory = MODERATION_CATEGORIES.map((category) => {
    const asked = rows.filter(({ text }) => text.categories.has(category));
    return [
      category,
      figures(
        asked.map(({ scores }) => scores[category]),
        asked.map(({ text }) => text.categories.get(category) === true),
      ),
    ] as const;
  });
  return Object.fromEntries([['any', any], ...byCategory]);
}

function figures(scores: readonly number[], labels: readonly boolean[]): Record<string, number> {
  const { precision, recall, f1, falsePositiveRate } = verdictsAt(THRESHOLD, scores, labels);
  const shares = { auroc: auroc(scores, labels), f1, precision, recall, falsePositives: falsePositiveRate };
  return {
    texts: labels.length,
    positives: labels.filter(Boolean).length,
    ...Object.fromEntries(Object.entries(shares).map(([name, share]) => [name, percent(share)])),
  };
}

/** The mean of the same figures from several runs. */
export function meanOf(
  runs: readonly Record<string, Record<string, number>>[],
): Record<string, Record<string, number>> {
  return Object.fromEntries(
    Object.entries(runs[0] ?? {}).map(([output, first]) => [
      output,
      Object.fromEntries(
        Object.keys(first).map((name) => [
          name,
          Number((runs.reduce((sum, run) => sum + (run[output]?.[name] ?? 0), 0) / runs.length).toFixed(1)),
        ]),
      ),
    ]),
  );
}

function percent(share: number): number {
  return Math.round(share * 1000) / 10;
}
