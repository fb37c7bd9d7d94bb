import type { Side } from '../comparison';
import { numbersIn, sameNumber, type Numeral } from './numbers';

/** A question whose answer is a number, if there is one in it to calculate with. */
const asksForResult =
  /\b(?:how (?:many|much|long|old|far|fast|tall|big|high|deep|heavy)|calculate|compute|evaluate|solve|simplify|percent(?:age)?|average|sum|total|difference|product|remainder|quotient|probability|area|volume|perimeter|cu[aá]nt[oa]s?|combien|wie ?viele?|quant[oaie]s?|сколько)\b|多少|几个|いくつ|何|[-+*/×÷^=]\s{0,3}\d|%/iu;
const asksForCount = /\bhow (?:many|much)\b|\bcu[aá]nt[oa]s?\b|\bcombien\b|\bwie ?viele?\b|сколько|多少/iu;

/** Marks the result in the TeX of most models. */
const BOX = '\\boxed{';

/** In letters, with what stands before it. */
const LONGEST_RESULT = 80;
const announced =
  /\b(?:answer|result|total|solution)(?: is| are| was| would be| will be|:| =|\*\*:?)(.{1,80})/gi;

/** By the number that each comes to in the end. */
export const bySameResult: Side = ({ query, draft, answer }) => {
  if (!asksForCount.test(query) && !(asksForResult.test(query) && /\d/.test(query))) return undefined;
  const [given, wanted] = [resultOf(draft), resultOf(answer)];
  if (!given || !wanted) return undefined;
  if (sameNumber(given.number, wanted.number)) return 0.97;
  const isNamed = (number: Numeral, { beside }: Result) => beside.some((other) => sameNumber(number, other));
  return isNamed(given.number, wanted) || isNamed(wanted.number, given) ? 0.4 : 0.03;
};

interface Result {
  readonly number: Numeral;
  /** The other numbers of the sentence that it was said in: one of them may be what was meant. */
  readonly beside: readonly Numeral[];
}

function resultOf(text: string): Result | undefined {
  return boxed(text) ?? lastAnnounced(text) ?? concluded(text);
}

function boxed(text: string): Result | undefined {
  const start = text.lastIndexOf(BOX);
  const [number] = start < 0 ? [] : numbersIn(text.slice(start + BOX.length, start + LONGEST_RESULT));
  return number && { number, beside: [] };
}

function lastAnnounced(text: string): Result | undefined {
  const [number] = numbersIn([...text.matchAll(announced)].at(-1)?.[1] ?? '');
  return number && { number, beside: lastNumbers(text) };
}

/** What the last sentence with a number in it says: what was calculated last, if it is there, else its last number. */
function concluded(text: string): Result | undefined {
  const numbers = lastNumbers(text);
  const calculated = behindLastEquals(text);
  const number = numbers.findLast((other) => calculated && sameNumber(other, calculated)) ?? numbers.at(-1);
  return number && { number, beside: numbers };
}

function lastNumbers(text: string): readonly Numeral[] {
  const sentences = text.split(/[.!?;]\s|\n/);
  const last = sentences.findLast((sentence) => numbersIn(sentence).length > 0) ?? '';
  const calculated = behindLastEquals(last);
  return calculated ? [calculated] : numbersIn(last);
}

function behindLastEquals(text: string): Numeral | undefined {
  const equals = text.lastIndexOf('=');
  return equals < 0 ? undefined : numbersIn(text.slice(equals + 1, equals + LONGEST_RESULT))[0];
}
