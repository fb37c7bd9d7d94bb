import { readable } from '../text/words';
import { bySameCode } from './agreement/code';
import { bySameData } from './agreement/data';
import { bySameChoice } from './agreement/choice';
import { bySameProse } from './agreement/prose';
import { bySameResult } from './agreement/result';
import { bySameShortAnswer } from './agreement/shortAnswer';
import { bySameVerdict } from './agreement/verdict';
import type { Comparison, Side } from './comparison';

/** The first that they both have decides. */
const sides: readonly Side[] = [
  bySameData,
  bySameCode,
  bySameVerdict,
  bySameChoice,
  bySameResult,
  bySameShortAnswer,
];

/**
 * 0..1: how likely draft and answer say the same, in whatever words. What can be compared is: data, code, a yes or no, a
 * letter, a number, a name; the rest is compared by its words, softly, because two good texts share few.
 */
export function agreementOf({ query, draft, answer }: Comparison): number {
  const comparison = { query: readable(query), draft: readable(draft), answer: readable(answer) };
  const [one, other] = [collapsed(comparison.draft), collapsed(comparison.answer)];
  if (one === '' || other === '') return 0;
  if (one === other) return 1;
  for (const side of sides) {
    const agreement = side(comparison);
    if (agreement !== undefined) return agreement;
  }
  return bySameProse(comparison);
}

function collapsed(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}
