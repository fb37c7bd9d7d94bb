export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject;

export interface JsonObject {
  [name: string]: JsonValue;
}

/** What a JSON text says; undefined when it is not JSON, which itself has no undefined. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The object that `given` is or whose JSON text it is. */
export function objectIn(given: unknown): object | undefined {
  const value = typeof given === 'string' ? parseJson(given) : given;
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
}
