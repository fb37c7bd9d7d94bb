/**
 * JSON in which equal values have equal texts: the members of an object in the order of their names, those that are
 * undefined left out, maps as lists of pairs. Functions count as undefined.
 */
export function canonicalJson(value: readonly unknown[]): string {
  return JSON.stringify(value, (_, member: unknown) => (isObject(member) ? ordered(member) : member));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function ordered(value: object): unknown {
  if (value instanceof Map) return { map: [...(value as ReadonlyMap<unknown, unknown>)].sort(byName) };
  const entries = Object.entries(value) as [string, unknown][];
  return Object.fromEntries(entries.sort(byName));
}

function byName([one]: readonly [unknown, unknown], [other]: readonly [unknown, unknown]): number {
  return String(one) < String(other) ? -1 : 1;
}
