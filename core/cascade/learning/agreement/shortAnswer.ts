import type { Side } from '../comparison';
import { plainWords } from './plainWords';
import { between, sharedBy } from './similarity';

/** An answer of so many words is a name, a date, a term. */
const SHORT = 8;

const negation = /\b(?:not|no|never|none|neither|nor|without|cannot)\b|n['’]t\b/i;

/** By what a short answer says: whether the other one says it too, shortly or in a sentence. */
export const bySameShortAnswer: Side = ({ draft, answer }) => {
  const [given, wanted] = [plainWords(draft), plainWords(answer)];
  const [short, long] = given.length <= wanted.length ? [given, wanted] : [wanted, given];
  if (short.length === 0 || short.length > SHORT) return undefined;
  if (negation.test(draft) !== negation.test(answer)) return 0.15;
  if (` ${long.join(' ')} `.includes(` ${short.join(' ')} `))
    return between(long.length, SHORT, 100, 0.95, 0.7);
  const share = sharedBy(short, long) / short.length;
  return between(share, 0.2, 1, 0.04, 0.85);
};
