/** Which queries equal an earlier one. */
export interface Duplicates {
  isCopy(index: number): boolean;
  /** Those that equal this one, which is the first of them. */
  copiesOf(index: number): readonly number[];
}

const NONE: readonly number[] = [];

/** @param keyOf the same for queries that are the same; undefined when none is taken for another */
export function findDuplicates<Query>(
  queries: readonly Query[],
  keyOf: ((query: Query) => string) | undefined,
): Duplicates {
  const keys = keyOf ? queries.map(keyOf) : [];
  const copies = new Set<number>();
  const copiesOf = new Map<number, number[]>();
  const firsts = new Map<string, number>();
  keys.forEach((key, index) => {
    const first = firsts.get(key);
    if (first === undefined) {
      firsts.set(key, index);
      return;
    }
    copies.add(index);
    const known = copiesOf.get(first);
    if (known) known.push(index);
    else copiesOf.set(first, [index]);
  });
  return {
    isCopy: (index) => copies.has(index),
    copiesOf: (index) => copiesOf.get(index) ?? NONE,
  };
}
