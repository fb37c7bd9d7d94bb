/** The mark, what closes behind it, and after a blank what begins a sentence. */
const SENTENCE_END = /[.!?]["')\]]{0,3}\s{1,9}["'([]{0,3}[\p{Lu}\p{N}]/u;

const ABBREVIATIONS: ReadonlySet<string> = new Set(
  'acc acct art ca ch cf dr ext fig id inv mr mrs ms nb nr no nos num ord para pos pp prof ref rev sec ser st tel ver vers vol vs'.split(
    ' ',
  ),
);

/**
 * Whether a sentence ends between a word and the next one, or a number. `Ref. No. 7` is one sentence.
 *
 * @param word in lower case
 * @param end where it ends
 * @param next where what follows begins
 */
export function endsSentence(text: string, word: string, end: number, next: number): boolean {
  if (next - end < 2) return false;
  const found = SENTENCE_END.exec(text.slice(end, next + 1));
  if (found === null) return false;
  return !(found.index === 0 && found[0].startsWith('.') && ABBREVIATIONS.has(word));
}
