import { readable } from '../../text/words';
import type { Signal } from '../signal';

const corrects =
  /\b(?:wait,|oops|my mistake|i made (?:a|an) (?:mistake|error)|let(?:'s| me) (?:re-?(?:calculate|check|do|think|consider|evaluate)|correct|try again|start over)|correction:|i apologi[sz]e for|that(?:'s| is) (?:not right|wrong|incorrect)|this (?:is|seems|would be) (?:not right|wrong|incorrect|impossible|not possible)|(?:does not|doesn't) make sense|to correct (?:this|that|myself))/;
/** In a calculation it turns around with less noise: "However, since she cannot..." */
const turnsAround =
  /\b(?:however,?|but) (?:since|we|this|that|the|it|he|she|they)\b|\b(?:cannot|can't) (?:be|have)\b/;

/** The draft takes back what it said before. */
export const selfCorrection: Signal = ({ text, calculation, domain }) => {
  if (domain === 'creative') return undefined;
  const read = readable(text).toLowerCase().replaceAll('’', "'");
  if (corrects.test(read)) return { strength: 1, reason: 'the draft corrects itself' };
  return calculation && turnsAround.test(read)
    ? { strength: 0.7, reason: 'the draft turns against its own calculation' }
    : undefined;
};
