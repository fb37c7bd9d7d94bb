import { readable } from '../../text/words';
import type { Signal } from '../signal';
import { sumsIn } from './arithmetic/sums';

/** An equation of the draft does not hold. */
export const arithmetic: Signal = ({ text }) => {
  const wrong = sumsIn(readable(text)).find((sum) => !sum.holds);
  return wrong ? { strength: 1, reason: `an equation of the draft does not hold: ${wrong.text}` } : undefined;
};
