/** An equation of plain numbers as it stands in a text. */
export interface Sum {
  readonly text: string;
  readonly holds: boolean;
}

/** Unsigned, with a currency sign, thousands separators and decimals as people write them. */
const NUMBER = String.raw`[$€£]?(?:\d{1,3}(?:,\d{3}){1,5}|\d{1,15})(?:\.\d{1,10})?`;
const OPERATOR = String.raw`[ ]{0,2}[-+*/×÷−x][ ]{0,2}`;
const BEFORE = String.raw`(?<![\p{L}\p{N}.,)^=%*/×÷+−-][ ]{0,2})`;
const AFTER = String.raw`(?![\p{L}\p{N}%^/]|[.,]\d|[ ]{0,2}[-+*/×÷−])`;

/** `a op b [op c ...] = d`, every repetition bounded so that the search stays linear. */
const equation = new RegExp(
  String.raw`${BEFORE}(${NUMBER}(?:${OPERATOR}${NUMBER}){1,6})[ ]{0,2}=[ ]{0,2}(-?${NUMBER})${AFTER}`,
  'gu',
);
const token = new RegExp(String.raw`${NUMBER}|[-+*/×÷−x]`, 'gu');

/** All equations between plain numbers in a text, with the verdict on each. */
export function sumsIn(text: string): Sum[] {
  return [...text.matchAll(equation)].flatMap(([whole, left = '', right = '']) => {
    const expected = evaluate(left);
    const stated = toNumber(right);
    return expected === undefined ? [] : [{ text: whole.trim(), holds: roundsTo(expected, stated, right) }];
  });
}

/** `3 + 4 × 2` with multiplication before addition; `undefined` for a division by zero. */
function evaluate(expression: string): number | undefined {
  const [first = '', ...rest] = expression.match(token) ?? [];
  let total = 0;
  let term = toNumber(first);
  for (let index = 0; index + 1 < rest.length; index += 2) {
    const number = toNumber(rest[index + 1] ?? '');
    switch (rest[index]) {
      case '*':
      case '×':
      case 'x':
        term *= number;
        break;
      case '/':
      case '÷':
        term /= number;
        break;
      case '+':
        total += term;
        term = number;
        break;
      default:
        total += term;
        term = -number;
    }
  }
  return Number.isFinite(total + term) ? total + term : undefined;
}

function toNumber(digits: string): number {
  return Number(digits.replace(/[$€£,]/gu, ''));
}

/** Whether `stated` is `expected`, rounded or cut to the decimals that were written. */
function roundsTo(expected: number, stated: number, written: string): boolean {
  const decimals = written.split('.')[1]?.length ?? 0;
  const lastPlace = 10 ** -decimals;
  return (
    Math.abs(expected - stated) < lastPlace + Math.abs(expected) * 1e-9 && !isWholeMistake(expected, stated)
  );
}

/** Between two whole numbers nothing is left to rounding. */
function isWholeMistake(expected: number, stated: number): boolean {
  return Number.isInteger(expected) && Number.isInteger(stated) && expected !== stated;
}
