/** Careful reading of objects whose classes belong to others: getters count, missing parts are empty. */

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

export function asRecord(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}

export function recordIn(record: Record<string, unknown>, name: string): Record<string, unknown> {
  return asRecord(record[name]);
}

export function stringIn(record: Record<string, unknown>, name: string): string | undefined {
  const value = record[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function numberIn(record: Record<string, unknown>, name: string): number | undefined {
  const value = record[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** A number of things: finite and not negative. */
export function countIn(record: Record<string, unknown>, name: string): number | undefined {
  const value = numberIn(record, name);
  return value !== undefined && value >= 0 ? value : undefined;
}
