/** The chance that a text for which it holds has a higher score than one for which it does not. */
export function auroc(scores: readonly number[], labels: readonly boolean[]): number {
  const ranked = scores.map((score, index) => ({ score, isPositive: labels[index] === true }));
  ranked.sort((a, b) => a.score - b.score);
  const positives = ranked.filter(({ isPositive }) => isPositive).length;
  let rankSum = 0;
  for (let start = 0; start < ranked.length;) {
    let end = start;
    while (end < ranked.length && ranked[end]?.score === ranked[start]?.score) end += 1;
    const meanRank = (start + 1 + end) / 2;
    rankSum += meanRank * ranked.slice(start, end).filter(({ isPositive }) => isPositive).length;
    start = end;
  }
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * (ranked.length - positives));
}

export interface Verdicts {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly falsePositiveRate: number;
}

/** What comes of saying yes from a threshold on. */
export function verdictsAt(
  threshold: number,
  scores: readonly number[],
  labels: readonly boolean[],
): Verdicts {
  const flags = scores.map((score) => score >= threshold);
  const count = (flag: boolean, label: boolean): number =>
    flags.filter((value, index) => value === flag && labels[index] === label).length;
  const [hits, alarms, misses, passes] = [
    count(true, true),
    count(true, false),
    count(false, true),
    count(false, false),
  ];
  return {
    precision: hits / Math.max(1, hits + alarms),
    recall: hits / Math.max(1, hits + misses),
    f1: (2 * hits) / Math.max(1, 2 * hits + alarms + misses),
    falsePositiveRate: alarms / Math.max(1, alarms + passes),
  };
}

/** The threshold with the best F1 among those with at most so many false positives. */
export function bestThreshold(
  scores: readonly number[],
  labels: readonly boolean[],
  mostFalsePositives: number,
): number {
  const candidates = [...new Set(scores)].map((threshold) => ({
    threshold,
    ...verdictsAt(threshold, scores, labels),
  }));
  const allowed = candidates.filter(({ falsePositiveRate }) => falsePositiveRate <= mostFalsePositives);
  return allowed.reduce((best, next) => (next.f1 > best.f1 ? next : best), { threshold: Infinity, f1: -1 })
    .threshold;
}
