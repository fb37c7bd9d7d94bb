import type { Sign } from './tokens';

/** A number, a sign or a bracket of an expression, in the order in which they were written. */
export type Part = number | Sign | '(' | ')';

const rank: Readonly<Record<Sign, number>> = { '+': 1, '-': 1, '*': 2, '/': 2 };

/** The value of an expression, multiplication before addition; `undefined` when it has none. */
export function valueOf(parts: readonly Part[]): number | undefined {
  const values: number[] = [];
  const waiting: (Sign | '(')[] = [];
  for (const part of parts) {
    if (typeof part === 'number') values.push(part);
    else if (part === '(') waiting.push(part);
    else if (part === ')') {
      applyWhile(values, waiting, (sign) => sign !== '(');
      waiting.pop();
    } else {
      applyWhile(values, waiting, (sign) => sign !== '(' && rank[sign] >= rank[part]);
      waiting.push(part);
    }
  }
  applyWhile(values, waiting, () => true);
  const [value] = values;
  return values.length === 1 && Number.isFinite(value) ? value : undefined;
}

function applyWhile(values: number[], waiting: (Sign | '(')[], holds: (sign: Sign | '(') => boolean): void {
  for (let sign = waiting.at(-1); sign !== undefined && holds(sign); sign = waiting.at(-1)) {
    waiting.pop();
    if (sign === '(') continue;
    const right = values.pop() ?? NaN;
    const left = values.pop() ?? NaN;
    values.push(apply(sign, left, right));
  }
}

function apply(sign: Sign, left: number, right: number): number {
  switch (sign) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
  }
}
