/** A number as it was meant, and how many decimals of it were written. */
export interface Numeral {
  readonly value: number;
  readonly decimals: number;
}

const written =
  /\\[dt]?frac\{(\d{1,15})\}\{(\d{1,15})\}|((?<![\p{L}\p{N}.)\]])[-−])?[$€£]?(\d{1,3}(?:,\d{3}){1,5}|\d{1,15})(\.\d{1,12})?(?:\/(\d{1,15})(?![\d/]))?/gu;

const words = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const word = new RegExp(`\\b(?:${words.join('|')})\\b`, 'gi');

/** The numbers of a text, in order; those in words when there are no others. */
export function numbersIn(text: string): readonly Numeral[] {
  const numbers = [...text.matchAll(written)].map(numeralOf);
  if (numbers.length > 0) return numbers;
  const named = text.match(word) ?? [];
  return named.map((name) => ({ value: words.indexOf(name.toLowerCase()), decimals: 0 }));
}

/** `33.33` is a third of a hundred: rounded to as many decimals as the other has, if they are two or more. */
export function sameNumber(one: Numeral, other: Numeral): boolean {
  const difference = Math.abs(one.value - other.value);
  const decimals = Math.min(one.decimals, other.decimals);
  const tolerance = decimals >= 2 ? 0.51 * 10 ** -decimals : 1e-9 * Math.max(1, Math.abs(one.value));
  return difference <= tolerance;
}

function numeralOf([, top, bottom, sign, whole = '', fraction = '', divisor]: RegExpExecArray): Numeral {
  if (top !== undefined) return quotient(Number(top), Number(bottom));
  const value = Number(`${whole.replaceAll(',', '')}${fraction}`) * (sign === undefined ? 1 : -1);
  if (divisor !== undefined) return quotient(value, Number(divisor));
  return { value, decimals: Math.max(0, fraction.length - 1) };
}

function quotient(top: number, bottom: number): Numeral {
  return { value: bottom === 0 ? NaN : top / bottom, decimals: 4 };
}
