import { OPERATOR, readings, WRITTEN_NUMBER, type Numeral, type Reading } from './notation';

export interface Equation {
  readonly left: string;
  readonly right: string;
  /** Whether a word or a percent sign follows, which may name another unit than the left side has. */
  readonly hasUnit: boolean;
}

/** How many of one unit make another: percent, days, months, hours, minutes, grams, bytes, seconds, millions, billions. */
const UNIT_RATIOS = [0.01, 7, 12, 24, 60, 100, 1000, 1024, 3600, 1e6, 1e9];

/** Whether an equation holds in one of the ways it can be read; `undefined` when it divides by zero. */
export function holds({ left, right, hasUnit }: Equation): boolean | undefined {
  const ratios = hasUnit ? [1, ...UNIT_RATIOS] : [1];
  const verdicts = readings.map((read) => {
    const expected = evaluate(left, read);
    return expected === undefined
      ? undefined
      : ratios.some((ratio) => roundsTo(expected / ratio, read(right)));
  });
  return verdicts.includes(true) || verdicts[0];
}

const token = new RegExp(`${WRITTEN_NUMBER}|${OPERATOR}`, 'g');

/** `3 + 4 × 2` with multiplication before addition. */
function evaluate(expression: string, read: Reading): number | undefined {
  const [first = '', ...rest] = expression.toLowerCase().match(token) ?? [];
  let total = 0;
  let term = read(first).value;
  for (let index = 0; index + 1 < rest.length; index += 2) {
    const { value } = read(rest[index + 1] ?? '');
    switch (rest[index]) {
      case '*':
      case '×':
      case 'x':
        term *= value;
        break;
      case '/':
      case '÷':
        term /= value;
        break;
      case '+':
        total += term;
        term = value;
        break;
      default:
        total += term;
        term = -value;
    }
  }
  return Number.isFinite(total + term) ? total + term : undefined;
}

/** What a few operations on doubles may be off by, relative to their result. */
const DUST = 2e-15;

/** Whether `stated` is `expected`, rounded or cut to the decimals that were written. */
function roundsTo(expected: number, { value: stated, decimals }: Numeral): boolean {
  const lastPlace = 10 ** -decimals;
  const dust = Math.abs(expected) * DUST;
  const distance = Math.abs(expected - stated);
  const isCut = Math.abs(stated) < Math.abs(expected) && distance < lastPlace - dust;
  return isCut || distance <= lastPlace / 2 + dust;
}
