import { readable } from '../../text/words';
import { hasDecimalCommas, withDecimalPoints } from './notation';
import { keyOf, quantitiesOf, type Quantity } from './quantities';
import { stepsOf, type Step } from './steps';

/** A question with numbers that asks for a number, and how its draft works it out. */
export interface Calculation {
  /** The numbers of the question, in their order. */
  readonly given: readonly Quantity[];
  readonly steps: readonly Step[];
  /** The numbers of the draft by `keyOf`, in their order. */
  readonly numbers: readonly number[];
  /** The number that the draft ends with. */
  readonly conclusion: number | undefined;
}

const asksForNumber =
  /\bhow (?:many|much|far|fast|long|old|tall|heavy|big|large|high|deep|wide|often)\b|\b(?:calculate|compute)\b|\b(?:what|find)\b[^.?!]{0,80}\b(?:total|price|costs?|percent(?:age)?|sum|average|amount|number|difference|distance|area|perimeter|volume|profit|age|temperature|weight|length|height|ratio|fraction|speed|salary|pension|rate|score|chance|probability|place)\b|wie ?viele?\b|\bberechne|\bcombien\b|\bcalcule|\bcu[áa]nt[oa]s?\b|\bquant[oiea]s?\b|сколько|скільки|多少|几个|いくつ|いくら|何[個人円本枚]|몇|كم/;
/** Other tasks that numbers may well stand in. */
const otherTask =
  /(?:^|[.!?:;\n]\s{0,3}|\b(?:please|can you|could you|you should) )(?:write|draft|compose|translate|summari[sz]e|categori[sz]e|classify|retrieve|extract|create|generate|design|suggest|recommend|advise|rewrite|paraphrase|explain|describe|implement|list|plan|compare|identify|provide)\b|\b(?:json|sql|regex|python|javascript|typescript|markdown|html)\b/i;
/** Functions, powers, points, unknowns: mathematics that is not read here. */
const symbols = /[\^√∫∑=]|\b[a-z]\(|\(-?\d+(?:\.\d+)?, ?-?\d|\$\$|\\[a-z(]/i;
/** A conversation, a table, a document: its numbers are not all to be counted with. */
const MOST_LINES = 3;
const FEWEST_NUMBERS = 2;

/** `undefined` when the query is no such question. Linear in the length of both. */
export function readCalculation(query: string, text: string): Calculation | undefined {
  const question = readable(query);
  if (symbols.test(question) || otherTask.test(question) || !asksForNumber.test(question.toLowerCase()))
    return undefined;
  if (question.trim().split('\n').length > MOST_LINES) return undefined;
  const answer = readable(text);
  const plain = hasDecimalCommas(`${question}\n${answer}`) ? withDecimalPoints : same;
  const given = quantitiesOf(plain(question));
  if (given.length < FEWEST_NUMBERS) return undefined;
  const draft = plain(answer);
  const numbers = quantitiesOf(draft).flatMap(({ forms }) => forms.map(keyOf));
  const conclusion = lastNumberIn(draft);
  return { given, steps: stepsOf(draft), numbers, conclusion };
}

function same(text: string): string {
  return text;
}

const digits = /\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,10})?|\d{1,15}(?:\.\d{1,10})?/g;
const END = 400;

function lastNumberIn(text: string): number | undefined {
  const written = text.slice(-END).match(digits)?.at(-1);
  return written === undefined ? undefined : keyOf(Number(written.replaceAll(',', '')));
}
