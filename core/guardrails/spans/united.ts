import type { Finding } from './finding';
import { byMerit, overlapping } from './overlapping';

/**
 * Findings that overlap become one: what the best of them is, as far as all of them reach. For redaction, which must
 * leave nothing of any; the result is in the order of the text, and no two of it touch the same character.
 */
export function united<Found extends Finding>(findings: readonly Found[]): readonly Found[] {
  return [...overlapping(findings)].flatMap((group) => unionOf(group) ?? []);
}

function unionOf<Found extends Finding>(group: readonly Found[]): Found | undefined {
  const [first] = group;
  const [best] = group.length === 1 ? group : [...group].sort(byMerit);
  if (!first || !best) return undefined;
  const end = group.reduce((furthest, finding) => Math.max(furthest, finding.end), first.end);
  return first.start === best.start && end === best.end ? best : { ...best, start: first.start, end };
}
