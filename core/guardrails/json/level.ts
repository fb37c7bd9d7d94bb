/** A list or an object on its way from the original to the copy. */
export interface Level {
  readonly copy: object;
  /** What is still to be copied. */
  readonly left: Iterator<readonly [key: string | number, value: unknown]>;
  /** Adds a field to the copy, under another key if that one is taken. */
  put(key: string | number, value: unknown): void;
}

/** The level that a value opens; undefined for what has no fields, or writes itself as JSON, as dates do. */
export function levelOf(value: unknown): Level | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) return listLevel(value);
  return 'toJSON' in value && typeof value.toJSON === 'function' ? undefined : objectLevel(value);
}

function listLevel(original: readonly unknown[]): Level {
  const copy: unknown[] = [];
  return { copy, left: original.entries(), put: (_, value) => copy.push(value) };
}

function objectLevel(original: object): Level {
  const copy = {};
  const taken = new Map<string, number>();
  return {
    copy,
    left: Object.entries(original).values(),
    put: (given, value) => {
      const key = freeKey(copy, String(given), taken);
      // Not by assignment, which would take `__proto__` for something else than a field.
      Object.defineProperty(copy, key, { value, configurable: true, enumerable: true, writable: true });
    },
  };
}

/** @param taken how often each key was wanted, so that a thousand equal ones cost no million looks */
function freeKey(copy: object, wanted: string, taken: Map<string, number>): string {
  let times = taken.get(wanted) ?? 1;
  let key = wanted;
  for (; Object.hasOwn(copy, key); key = `${wanted} (${String(times)})`) times += 1;
  taken.set(wanted, times);
  return key;
}
