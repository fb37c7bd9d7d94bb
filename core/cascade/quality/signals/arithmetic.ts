import { readable } from '../../text/words';
import type { Signal } from '../signal';
import { measuredSumsIn } from './arithmetic/measured';
import { sumsIn } from './arithmetic/sums';

/** An equation of the draft does not hold. */
export const arithmetic: Signal = ({ text }) => {
  const read = readable(text);
  const wrong = [...sumsIn(read), ...measuredSumsIn(read)].find((sum) => !sum.holds);
  return wrong ? { strength: 1, reason: `an equation of the draft does not hold: ${wrong.text}` } : undefined;
};
