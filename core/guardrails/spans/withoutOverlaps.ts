import type { Finding } from './finding';
import { byMerit, overlapping } from './overlapping';

/**
 * Of findings that share a character only the best stays: the surer one, then the longer, then the earlier. The result
 * is in the order of the text, and no two of it touch the same character.
 */
export function withoutOverlaps<Found extends Finding>(findings: readonly Found[]): readonly Found[] {
  return [...overlapping(findings)].flatMap(bestOf);
}

function bestOf<Found extends Finding>(group: readonly Found[]): readonly Found[] {
  if (group.length === 1) return group;
  const kept: Found[] = [];
  for (const finding of [...group].sort(byMerit)) {
    const place = firstAfter(kept, finding.start);
    const isFree =
      (kept[place - 1]?.end ?? 0) <= finding.start && (kept[place]?.start ?? Infinity) >= finding.end;
    if (isFree) kept.splice(place, 0, finding);
  }
  return kept;
}

/** Where in findings that are in order the first one stands that begins after a position. */
function firstAfter(findings: readonly Finding[], position: number): number {
  let low = 0;
  let high = findings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((findings[middle]?.start ?? Infinity) > position) high = middle;
    else low = middle + 1;
  }
  return low;
}
