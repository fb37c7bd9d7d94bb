import { randomNumbers } from '../../scripts/fit/linear/random.mts';
import {
  calibrationError,
  type Decided,
  gapRecovered,
  ranking,
} from '../../scripts/fit/measure/cascadeMeasures.mts';
import type { ReadSet } from '../../scripts/fit/quality/qualityModel.mts';
import type * as Core from '../../core/index.ts';
import { loadCore } from '../engineOverhead/workload.mts';
import { NAME } from '../guardrails/peers/cascadeflow.mts';
import type { Conditions } from '../support/conditions.mts';
import { percent } from '../support/percent.mts';
import type { Table } from '../support/table.mts';
import { LEFT_OUT, replay, type Replay } from './heldOut.mts';

const TARGET = { auroc: 0.75, apgr: 0.7, calibrationError: 0.08, preferenceAuroc: 0.58, leftOut: 0.5 };
const SEED = 3;

/** Good drafts told from bad ones, on recorded answers of cheap models. */
export async function quality(conditions: Conditions): Promise<Table> {
  const title = 'Cascade: good drafts told from bad ones, recorded drafts, development half';
  const columns = ['', 'drafts', 'good', 'AUROC', 'APGR', 'calibration error'];
  const replayed = await replay(conditions);
  if (!replayed) return { title, columns, rows: [], remark: LEFT_OUT };
  const core = await loadCore();
  return {
    title,
    columns,
    rows: replayed.sets.flatMap((set) =>
      [...scoresOf(set, replayed, core)].map(([by, drafts]) => [
        `${set.name}: ${by}`,
        String(drafts.length),
        percent(drafts.filter(({ isGood }) => isGood).length / drafts.length),
        ranking(drafts).toFixed(3),
        gapRecovered(drafts).toFixed(3),
        set.isCorrectness ? calibrationError(drafts).toFixed(3) : '-',
      ]),
    ),
    remark: remarkOn(replayed),
  };
}

/** By contestant: the drafts with its scores. Length and chance promise nothing, so only their order counts. */
function scoresOf(
  set: ReadSet,
  { byFold, bySet }: Replay,
  core: typeof Core,
): ReadonlyMap<string, readonly Decided[]> {
  const random = randomNumbers(SEED);
  const heldOut = byFold.get(set) ?? [];
  const scored = (scoreOf: (place: number) => number) =>
    heldOut.map((decided, place) => ({ ...decided, score: scoreOf(place) }));
  const lengthAt = (place: number) => set.drafts[place]?.draft.length ?? 0;
  return new Map([
    [`${NAME}, cross-validated`, heldOut],
    [`${NAME}, fitted to the other sets`, bySet.get(set) ?? []],
    [
      `${NAME}, as shipped, fitted to these`,
      scored((place) => {
        const { prompt = '', draft = '' } = set.drafts[place] ?? {};
        return core.assessDraft({ query: prompt, draft }).confidence;
      }),
    ],
    ['the longer the better', scored((place) => squashed(lengthAt(place)))],
    ['the shorter the better', scored((place) => 1 - squashed(lengthAt(place)))],
    ['at random', scored(() => random())],
  ]);
}

const TYPICAL_LENGTH = 1_000;

function squashed(length: number): number {
  return length / (length + TYPICAL_LENGTH);
}

function remarkOn({ sets, byFold, bySet }: Replay): string {
  const graded = sets.filter(({ isCorrectness }) => isCorrectness).map((set) => byFold.get(set) ?? []);
  const preferred = sets.filter(({ isCorrectness }) => !isCorrectness).map((set) => byFold.get(set) ?? []);
  const [first = []] = graded;
  const meanPreferred = preferred.map(ranking).reduce((sum, value) => sum + value, 0) / preferred.length;
  const worst = Math.min(...[...bySet.values()].map(ranking));
  return (
    `Cross-validated: AUROC ${ranking(first).toFixed(3)} (target: at least ${String(TARGET.auroc)}), ` +
    `APGR ${gapRecovered(first).toFixed(3)} (${String(TARGET.apgr)}), calibration error ` +
    `${calibrationError(first).toFixed(3)} (at most ${String(TARGET.calibrationError)}) on GSM8K; mean AUROC ` +
    `${meanPreferred.toFixed(3)} (${String(TARGET.preferenceAuroc)}) on AlpacaEval. Fitted to the other sets: at least ` +
    `${worst.toFixed(3)} (${String(TARGET.leftOut)}). AlpacaEval says which answer is preferred to that of GPT-4, not which is good enough.`
  );
}
