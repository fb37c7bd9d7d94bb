import type { DigitRun } from './digitRun';

/** Neighbouring groups of a run, taken as one number. There are many in a text: all but its place is read when asked for. */
export class DigitWindow {
  /** Its last group. */
  readonly last: number;
  /** Whether each digit stands alone: `4 1 5 5`. */
  readonly isSpelled: boolean;
  readonly #run: DigitRun;
  readonly #first: number;
  #digits: string | undefined;
  #shape: string | undefined;

  constructor(run: DigitRun, first: number, last: number, isSpelled: boolean) {
    this.#run = run;
    this.#first = first;
    this.last = last;
    this.isSpelled = isSpelled;
  }

  get start(): number {
    return this.#run.groups.startOf(this.#first);
  }

  get end(): number {
    return this.#run.groups.endOf(this.last);
  }

  /** As it stands in the text. */
  get written(): string {
    return this.#run.groups.text.slice(this.start, this.end);
  }

  /** Whether a bracket may be in it: one is in its run. */
  get mayHaveBrackets(): boolean {
    return this.#run.hasBrackets;
  }

  get digits(): string {
    this.#digits ??= this.#run.digitsOf(this.#first, this.last);
    return this.#digits;
  }

  get digitCount(): number {
    return this.#run.groups.digitsIn(this.#first, this.last);
  }

  get groupCount(): number {
    return this.last - this.#first + 1;
  }

  /** How many digits the first group has. */
  get firstLength(): number {
    return this.#run.groups.lengthOf(this.#first);
  }

  /** How many digits each group has: `334` of `415-555-2671`, a letter for ten and more. */
  get shape(): string {
    this.#shape ??= this.#run.shapeOf(this.#first, this.last);
    return this.#shape;
  }

  /** What stands between the groups. */
  get gaps(): readonly string[] {
    const gaps: string[] = [];
    for (let group = this.#first + 1; group <= this.last; group += 1)
      gaps.push(this.#run.groups.gapBefore(group));
    return gaps;
  }
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
 * The windows that begin with a group, the longest first. A number begins and ends at the edge of its run, or where
 * the gap has a blank; one that is spelled in single digits begins with the first of them and ends with the last.
 */
export function windowsFrom(run: DigitRun, first: number, limits: WindowLimits): readonly DigitWindow[] {
  if (!run.isBorder(first)) return NONE;
  const { fewestDigits, mostDigits, mostGroups, isGap } = limits;
  let windows: DigitWindow[] | undefined;
  let isSpelled = true;
  for (let last = first; last < run.end; last += 1) {
    const digits = run.groups.digitsIn(first, last);
    isSpelled &&= digits === last - first + 1;
    if (digits > mostDigits || (!isSpelled && last - first >= mostGroups)) break;
    if (last > first && isGap?.(run.groups.gapBefore(last)) === false) break;
    if (digits < fewestDigits || !run.isBorder(last + 1)) continue;
    windows ??= [];
    windows.push(new DigitWindow(run, first, last, isSpelled && last > first));
  }
  return windows?.reverse() ?? NONE;
}

const NONE: readonly DigitWindow[] = [];
