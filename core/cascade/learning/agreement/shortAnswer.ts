import type { Side } from '../comparison';
import { denies, onlyOneDenies } from './negation';
import { plainWords } from './plainWords';
import { between, sharedBy } from './similarity';

/** An answer of so many words is a name, a date, a term. */
const SHORT = 8;

/** `not in Sydney` denies what follows in so many words. */
const REACH_OF_NOT = 3;

const DENIED = 0.15;

/** By what a short answer says: whether the other one says it too, shortly or in a sentence. */
export const bySameShortAnswer: Side = ({ draft, answer }) => {
  const [given, wanted] = [plainWords(draft), plainWords(answer)];
  const [short, long] = given.length <= wanted.length ? [given, wanted] : [wanted, given];
  if (short.length === 0 || short.length > SHORT) return undefined;
  const before = wordsBefore(short, long);
  if (before) {
    return denies(before.slice(-REACH_OF_NOT).join(' '))
      ? DENIED
      : between(long.length, SHORT, 100, 0.95, 0.7);
  }
  if (onlyOneDenies(draft, answer)) return DENIED;
  return between(sharedBy(short, long) / short.length, 0.2, 1, 0.04, 0.85);
};

/** What the long text says before it says the short one word by word; undefined when it does not. */
function wordsBefore(short: readonly string[], long: readonly string[]): readonly string[] | undefined {
  const text = ` ${long.join(' ')} `;
  const start = text.indexOf(` ${short.join(' ')} `);
  return start < 0 ? undefined : text.slice(0, start).split(' ');
}
