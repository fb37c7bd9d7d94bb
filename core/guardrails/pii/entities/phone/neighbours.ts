import type { Candidate } from '../../entityDetector';

/** From here on a number is one without help, and speaks for its neighbours. */
const SURE = 0.5;

/** What stands between two of a kind: a conjunction, or the bullet of the next line. */
const BETWEEN = /^(?:,? (?:or|and|oder|und|ou|et|o|y) |[ \t]?\r?\n[ \t]{0,4}[-*•–][ \t]{1,2})$/;
const LONGEST_BETWEEN = 9;

/**
 * Numbers in the order of the text, of which those that are listed beside a sure one, as in `212-555-0187 or 5550188`,
 * are sure too; down a list, then up.
 */
export function withNeighbours(text: string, numbers: readonly Candidate[]): readonly Candidate[] {
  const down = withPrevious(numbers, (previous, number) => areListed(text, previous, number));
  const up = withPrevious(down.toReversed(), (previous, number) => areListed(text, number, previous));
  return up.reverse();
}

/** Those whose sure predecessor they are listed with made sure. */
function withPrevious(
  numbers: readonly Candidate[],
  areListedTogether: (previous: Candidate, number: Candidate) => boolean,
): Candidate[] {
  let sure: Candidate | undefined;
  return numbers.map((number) => {
    const isBeside = sure !== undefined && number.confidence < SURE && areListedTogether(sure, number);
    const raised = isBeside ? { ...number, confidence: SURE } : number;
    if (raised.confidence >= SURE) sure = raised;
    return raised;
  });
}

function areListed(text: string, { end }: Candidate, { start }: Candidate): boolean {
  return start > end && start - end <= LONGEST_BETWEEN && BETWEEN.test(text.slice(end, start));
}
