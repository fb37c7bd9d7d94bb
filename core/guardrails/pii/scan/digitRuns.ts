import type { TextView } from '../../text/textView';

/** Digits that stand together, in positions of the view's text. */
export interface DigitGroup {
  readonly start: number;
  readonly end: number;
}

/** Groups of digits with nothing between them but what is used inside numbers: `415-555-2671`, `4 1 5`. */
export type DigitRun = readonly DigitGroup[];

/** Fewer digits than this make none of the numbers that are looked for. */
const FEWEST_DIGITS = 6;

/** Between two groups of one number: blanks, marks and brackets, and a line that was broken. */
const JOINER = /^[-./()_ \t\r\n]{1,4}$/;

const runsByView = new WeakMap<TextView, readonly DigitRun[]>();

/** All runs of a text, in order; read once for all detectors of numbers. */
export function digitRunsOf(view: TextView): readonly DigitRun[] {
  const known = runsByView.get(view);
  if (known !== undefined) return known;
  const runs = [...readRuns(view.text)];
  runsByView.set(view, runs);
  return runs;
}

function* readRuns(text: string): Generator<DigitRun> {
  const digits = /[0-9]+/g;
  let run: DigitGroup[] = [];
  let end = 0;
  for (let match = digits.exec(text); match !== null; match = digits.exec(text)) {
    const start = match.index;
    if (run.length > 0 && !joins(text, end, start)) {
      if (isLongEnough(run)) yield run;
      run = [];
    }
    end = digits.lastIndex;
    run.push({ start, end });
  }
  if (isLongEnough(run)) yield run;
}

const LONGEST_JOINER = 4;

function joins(text: string, from: number, to: number): boolean {
  return to - from <= LONGEST_JOINER && JOINER.test(text.slice(from, to));
}

function isLongEnough(run: DigitRun): boolean {
  let digits = 0;
  for (const { start, end } of run) {
    digits += end - start;
    if (digits >= FEWEST_DIGITS) return true;
  }
  return false;
}
