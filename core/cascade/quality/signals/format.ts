import type { Signal } from '../signal';
import { containsJson } from './format/containsJson';
import { asksForJson, asksForYesOrNo } from './format/request';

/** As the first or last word of a sentence or line, in the language of the answer. */
const yesOrNo =
  /(?:^|[.:;!?\n—]\s{0,3})[^\p{L}\p{N}]{0,4}(?:yes|no|ja|nein|oui|non|sí)(?!\p{L})|(?<!\p{L})(?:yes|no|ja|nein|oui|non|sí)[*"')]{0,3}(?:[.,:;!\n]|$)/iu;

/** The draft is not in the form that the question asks for: JSON, or a plain yes or no. */
export const format: Signal = ({ query, text, domain }) => {
  if (domain !== 'code' && asksForJson(query) && !containsJson(text)) {
    return { strength: 1, reason: 'the question asks for JSON and the draft is not valid JSON' };
  }
  if (asksForYesOrNo(query) && !yesOrNo.test(text.trim())) {
    return { strength: 0.8, reason: 'the question asks for yes or no and the draft says neither' };
  }
  return undefined;
};
