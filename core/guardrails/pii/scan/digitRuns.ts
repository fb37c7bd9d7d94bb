import type { TextView } from '../../text/textView';
import { DigitGroups } from './digitGroups';
import { DigitRun } from './digitRun';

/** Fewer digits than this make none of the numbers that are looked for. */
const FEWEST_DIGITS = 6;

const runsByView = new WeakMap<TextView, readonly DigitRun[]>();

/** All runs of a text, in order; read once for all detectors of numbers. */
export function digitRunsOf(view: TextView): readonly DigitRun[] {
  const known = runsByView.get(view);
  if (known !== undefined) return known;
  const runs = readRuns(new DigitGroups(view.text));
  runsByView.set(view, runs);
  return runs;
}

function readRuns(groups: DigitGroups): readonly DigitRun[] {
  const runs: DigitRun[] = [];
  let first = 0;
  for (let group = 1; group <= groups.count; group += 1) {
    if (group < groups.count && groups.isJoined(group)) continue;
    if (groups.digitsIn(first, group - 1) >= FEWEST_DIGITS) runs.push(new DigitRun(groups, first, group));
    first = group;
  }
  return runs;
}
