/** A place in a text, in UTF-16 units, the end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Personal data or a secret of a type at a place. */
export interface TypedSpan extends Span {
  readonly type: string;
}

/** What two places share of what they cover together: 0 to 1. */
export function likeness(one: Span, other: Span): number {
  const shared = sharedLength(one, other);
  return shared / (lengthOf(one) + lengthOf(other) - shared);
}

export function sharedLength(one: Span, other: Span): number {
  return Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}
