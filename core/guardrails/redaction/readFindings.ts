import { InvalidParameterError } from '../../errors/invalidParameterError';
import type { Finding } from '../spans/finding';
import { united } from '../spans/united';

/**
 * The findings in the order of the text, those that overlap as one, none beginning or ending within a character.
 *
 * @throws {InvalidParameterError} for one that is not within the text
 */
export function readFindings(text: string, findings: readonly Finding[]): readonly Finding[] {
  return united(findings.map((finding, index) => readFinding(text, finding, index)));
}

function readFinding(text: string, finding: Finding, index: number): Finding {
  const { start, end } = finding;
  const isPlace = Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end;
  if (!isPlace || end > text.length) {
    throw new InvalidParameterError(
      `findings.${String(index)}`,
      `${String(start)} to ${String(end)}`,
      `a place in the text, which has ${String(text.length)} characters`,
    );
  }
  if (!isWithinCharacter(text, start) && !isWithinCharacter(text, end)) return finding;
  return {
    ...finding,
    start: isWithinCharacter(text, start) ? start - 1 : start,
    end: isWithinCharacter(text, end) ? end + 1 : end,
  };
}

/** Between the two halves of a character that UTF-16 writes in two. */
function isWithinCharacter(text: string, position: number): boolean {
  return position > 0 && (text.codePointAt(position - 1) ?? 0) > 0xffff;
}
