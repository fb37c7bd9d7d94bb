/** 0..1: how much two lists have in common, each thing as often as it is there. */
export function diceOf(one: readonly string[], other: readonly string[]): number {
  if (one.length + other.length === 0) return 1;
  return (2 * sharedBy(one, other)) / (one.length + other.length);
}

/** How many things of one list are in the other too, each as often as it is there. */
export function sharedBy(one: readonly string[], other: readonly string[]): number {
  const left = new Map<string, number>();
  for (const thing of one) left.set(thing, (left.get(thing) ?? 0) + 1);
  return other.filter((thing) => {
    const count = left.get(thing) ?? 0;
    left.set(thing, count - 1);
    return count > 0;
  }).length;
}

/** `least` up to `from`, `most` from `to` on, and a straight line between. */
export function between(value: number, from: number, to: number, least: number, most: number): number {
  const share = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return least + (most - least) * share;
}
