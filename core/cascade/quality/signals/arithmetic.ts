import { readable } from '../../text/words';
import type { Signal } from '../signal';
import { measuredSumsIn } from './arithmetic/measured';
import { sumsIn } from './arithmetic/sums';

/** To look for equations takes longer than to read. */
const LONGEST_READ = 8_000;

/** An equation of the draft does not hold. */
export const arithmetic: Signal = ({ text }) => {
  const read = readable(text, LONGEST_READ);
  const wrong = [...sumsIn(read), ...measuredSumsIn(read)].find((sum) => !sum.holds);
  return wrong ? { strength: 1, reason: `an equation of the draft does not hold: ${wrong.text}` } : undefined;
};
