import type { TextView } from '../../../text/textView';
import type { Candidate } from '../../entityDetector';

/** Neither inside a word, nor behind a currency, nor a part of a longer number, UUID or date. */
const BEFORE = String.raw`(?<![\w@$€£¥₹+]|\d[-.:/])`;
const AFTER = String.raw`(?![\w@]|[-.:/]\d)`;
const LETTER_OR_DIGIT = /^[\p{L}\p{N}]$/u;

/**
 * The printed form of a document, where it is not a part of something longer.
 *
 * @param source a regular expression whose repetitions are bounded
 */
export function form(source: string, { caseSensitive = false } = {}): RegExp {
  return new RegExp(`${BEFORE}(?:${source})${AFTER}`, caseSensitive ? 'g' : 'gi');
}

/**
 * The places that have the form, and that `judge` gives a confidence. The search goes on right behind the first
 * character of what it refuses, because the real one may begin inside.
 */
export function* findForms(
  { text }: TextView,
  pattern: RegExp,
  judge: (found: RegExpExecArray) => number | undefined,
): Generator<Candidate> {
  const search = new RegExp(pattern);
  for (let found = search.exec(text); found; found = search.exec(text)) {
    const start = found.index;
    const end = search.lastIndex;
    const confidence = continues(text, start, end) ? undefined : judge(found);
    if (confidence === undefined) search.lastIndex = start + 1;
    else yield { start, end, confidence };
  }
}

/** `\w` knows ASCII only. */
function continues(text: string, start: number, end: number): boolean {
  return LETTER_OR_DIGIT.test(text.charAt(start - 1)) || LETTER_OR_DIGIT.test(text.charAt(end));
}
