import { operationOf } from '../../scripts/fit/measure/cascadeMeasures.mts';
import { loadCore } from '../engineOverhead/workload.mts';
import type { Conditions } from '../support/conditions.mts';
import { percent } from '../support/percent.mts';
import type { Table } from '../support/table.mts';
import { LEFT_OUT, replay } from './heldOut.mts';

const TARGET = { retained: 0.92, saved: 0.5 };

/** What comes of the presets' thresholds, beside always asking the strong model and beside as many at random. */
export async function presets(conditions: Conditions): Promise<Table> {
  const title = 'Cascade: what each preset saves, and at what quality; cross-validated scores';
  const columns = [
    '',
    'threshold',
    'escalated',
    'quality kept',
    'cost saved',
    'quality over chance',
    '95 % interval',
  ];
  const replayed = await replay(conditions);
  if (!replayed) return { title, columns, rows: [], remark: LEFT_OUT };
  const { PRESETS, presetNames } = await loadCore();
  const made = replayed.sets.flatMap((set) =>
    presetNames.map((preset) => {
      const { threshold } = PRESETS[preset];
      const drafts = replayed.byFold.get(set) ?? [];
      return { set, preset, threshold, operation: operationOf(drafts, ({ score }) => score < threshold) };
    }),
  );
  const byDefault = made.find(({ set, preset }) => set.isCorrectness && preset === 'balanced')?.operation;
  const belowChance = made.filter(({ operation }) => operation.interval[1] < 0);
  return {
    title,
    columns,
    rows: made.map(({ set, preset, threshold, operation }) => [
      `${set.name}: ${preset}`,
      threshold.toFixed(2),
      percent(operation.escalated),
      percent(operation.retained),
      percent(operation.saved),
      points(operation.gain),
      operation.interval.map(points).join(' to '),
    ]),
    remark:
      `By default ${percent(byDefault?.retained ?? NaN)} of the strong model's quality (target: at least ${percent(TARGET.retained)}) ` +
      `with ${percent(byDefault?.saved ?? NaN)} of its cost saved (at least ${percent(TARGET.saved)}) on GSM8K. ` +
      `Below chance by more than the interval: ${belowChance.map(({ set, preset }) => `${set.name}, ${preset}`).join('; ') || 'none'}. ` +
      'Nothing is decided before drafting here. Quality over chance in points of a hundred.',
  };
}

function points(share: number): string {
  return (share * 100).toFixed(1);
}
