import { likeness, type TypedSpan } from './span.mts';

/** A labelled place is found by one of the same type that is at least this like it. */
const LIKE_ENOUGH = 0.5;

/** How many places were found, missed, and found where there are none. */
export interface Tally {
  readonly hits: number;
  readonly misses: number;
  readonly falseAlarms: number;
}

/** Of one type. A second find at the same place is no mistake. */
export function tallyOf(type: string, labelled: readonly TypedSpan[], found: readonly TypedSpan[]): Tally {
  const wanted = labelled.filter((span) => span.type === type);
  const offered = found.filter((span) => span.type === type);
  const isMet = (span: TypedSpan, others: readonly TypedSpan[]): boolean =>
    others.some((other) => likeness(span, other) >= LIKE_ENOUGH);
  const hits = wanted.filter((span) => isMet(span, offered)).length;
  return {
    hits,
    misses: wanted.length - hits,
    falseAlarms: offered.filter((span) => !isMet(span, wanted)).length,
  };
}

export function added(tallies: readonly Tally[]): Tally {
  const sum = (key: keyof Tally): number => tallies.reduce((total, tally) => total + tally[key], 0);
  return { hits: sum('hits'), misses: sum('misses'), falseAlarms: sum('falseAlarms') };
}

export function precisionOf({ hits, falseAlarms }: Tally): number {
  return hits / (hits + falseAlarms);
}

export function recallOf({ hits, misses }: Tally): number {
  return hits / (hits + misses);
}

/** NaN when there was nothing to find and nothing was found. */
export function f1Of({ hits, misses, falseAlarms }: Tally): number {
  return (2 * hits) / (2 * hits + misses + falseAlarms);
}
