import { viewOf } from '../text/textView';
import { publicPrefixOf } from './publicPrefix';

/** What may still be read of a value: some of its beginning, some of its end. */
interface Shown {
  readonly start?: string;
  readonly end?: string;
  /** In place of the rest. */
  readonly hidden?: string;
}

const HIDDEN = '***';
const TWO_UNITS = /[\ud800-\udbff]/;

/** By type; what has no rule of its own shows its public prefix or its first character. */
const rules: ReadonlyMap<string, (value: string) => Shown> = new Map<string, (value: string) => Shown>([
  ['email', (value) => ({ start: firstOf(value), hidden: `${HIDDEN}@${HIDDEN}` })],
  ['credit_card', (value) => ({ end: lastDigits(value, 4), hidden: '****' })],
  ['phone', (value) => ({ end: lastDigits(value, 2) })],
  ['iban', (value) => ({ start: value.slice(0, 2).toUpperCase(), end: lastOf(value, 2) })],
]);

/**
 * A value as it may be shown: `j***@***`, the last four digits of a card as `****1111`, the last two of a phone number
 * as `***71`, an IBAN as `DE***00`, a secret as its public prefix `sk-***`, all else as its first character `x***`.
 * Never more than a third of its characters: what is too short for that is `***`.
 *
 * @param type as findings name it: `email`, `credit_card`...
 */
export function maskValue(type: string, value: string): string {
  const { text } = viewOf(value);
  const { start = '', end = '', hidden = HIDDEN } = (rules.get(type) ?? generally)(text);
  // One character may stand for several, as a ligature does, and an invisible one for none.
  const length = Math.min(lengthOf(text), lengthOf(value));
  return lengthOf(start + end) * 3 <= length ? start + hidden + end : HIDDEN;
}

function generally(value: string): Shown {
  const prefix = publicPrefixOf(value);
  return { start: prefix === '' ? firstOf(value) : prefix };
}

function firstOf(value: string): string {
  const [first = ''] = value;
  return first;
}

function lastOf(value: string, count: number): string {
  return Array.from(value.replaceAll(' ', '')).slice(-count).join('');
}

function lastDigits(value: string, count: number): string {
  return value.replace(/\D/g, '').slice(-count);
}

/** In characters. Only what has characters of two units needs counting. */
function lengthOf(value: string): number {
  return TWO_UNITS.test(value) ? Array.from(value).length : value.length;
}
