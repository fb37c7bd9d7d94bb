import type { DigitGroup, DigitRun } from './digitRuns';

/** Neighbouring groups of a run, taken as one number. */
export interface DigitWindow {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
  /** How many digits each group has. */
  readonly lengths: readonly number[];
  /** What stands between the groups. */
  readonly gaps: readonly string[];
  /** Whether each digit stands alone: `4 1 5 5`. */
  readonly isSpelled: boolean;
  /** Position of the last group in its run. */
  readonly last: number;
}

/** What windows of a kind of number may be. */
export interface WindowLimits {
  readonly fewestDigits: number;
  readonly mostDigits: number;
  /** Of several digits each; those of spelled numbers are not counted. */
  readonly mostGroups: number;
  /** What may stand between two groups; anything that a run allows when left out. */
  readonly isGap?: (gap: string) => boolean;
}

/**
 * The windows that begin with a group, the shortest first. A number begins and ends at the edge of its run, or where
 * the gap has a blank; one that is spelled in single digits begins with the first of them and ends with the last.
 */
export function windowsFrom(
  text: string,
  run: DigitRun,
  first: number,
  limits: WindowLimits,
): readonly DigitWindow[] {
  const begin = run[first];
  if (begin === undefined || !isBorder(text, run[first - 1], begin) || !canFit(run, first, limits))
    return NONE;
  const { fewestDigits, mostDigits, mostGroups, isGap } = limits;
  const windows: DigitWindow[] = [];
  const lengths: number[] = [];
  const gaps: string[] = [];
  let digits = '';
  let isSpelled = true;
  for (let last = first; last < run.length; last += 1) {
    const group = run[last];
    if (group === undefined) break;
    const length = lengthOf(group);
    isSpelled &&= length === 1;
    if (digits.length + length > mostDigits || (!isSpelled && last - first >= mostGroups)) break;
    if (last > first) {
      const gap = text.slice(run[last - 1]?.end, group.start);
      if (isGap?.(gap) === false) break;
      gaps.push(gap);
    }
    lengths.push(length);
    digits += text.slice(group.start, group.end);
    if (digits.length < fewestDigits || !isBorder(text, group, run[last + 1])) continue;
    windows.push({
      start: begin.start,
      end: group.end,
      digits,
      lengths: lengths.slice(),
      gaps: gaps.slice(),
      isSpelled: isSpelled && lengths.length > 1,
      last,
    });
  }
  return windows;
}

const NONE: readonly DigitWindow[] = [];

/** Whether groups from the first on add up to a number of digits within the limits. */
function canFit(run: DigitRun, first: number, { fewestDigits, mostDigits }: WindowLimits): boolean {
  let digits = 0;
  for (let last = first; last < run.length && digits < fewestDigits; last += 1) digits += lengthOf(run[last]);
  return digits >= fewestDigits && digits <= mostDigits;
}

function lengthOf(group: DigitGroup | undefined): number {
  return group === undefined ? 0 : group.end - group.start;
}

/** Whether one number can end with the first group and another begin with the second. */
function isBorder(text: string, before: DigitGroup | undefined, after: DigitGroup | undefined): boolean {
  if (before === undefined || after === undefined) return true;
  return hasBlank(text, before.end, after.start) && !(isSingle(before) && isSingle(after));
}

function hasBlank(text: string, from: number, to: number): boolean {
  for (let position = from; position < to; position += 1) {
    if (text.charCodeAt(position) <= SPACE) return true;
  }
  return false;
}

/** In a run only blanks and line breaks have codes up to this. */
const SPACE = 0x20;

function isSingle(group: DigitGroup): boolean {
  return lengthOf(group) === 1;
}
