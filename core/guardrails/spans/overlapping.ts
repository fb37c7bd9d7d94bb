import type { Finding } from './finding';

/** The findings in groups that do not touch each other, in the order of the text. */
export function* overlapping<Found extends Finding>(findings: readonly Found[]): Generator<readonly Found[]> {
  let group: Found[] = [];
  let end = 0;
  for (const finding of [...findings].sort(byPosition)) {
    if (group.length > 0 && finding.start >= end) {
      yield group;
      group = [];
      end = 0;
    }
    group.push(finding);
    end = Math.max(end, finding.end);
  }
  if (group.length > 0) yield group;
}

function byPosition(one: Finding, other: Finding): number {
  return one.start - other.start || other.end - one.end;
}

/** The surer one first, then the longer, then the earlier. */
export function byMerit(one: Finding, other: Finding): number {
  return (
    other.confidence - one.confidence ||
    other.end - other.start - (one.end - one.start) ||
    one.start - other.start
  );
}
