import { InvalidParameterError } from '../../errors/invalidParameterError';

/** ISO 8601, and as databases write it: a space for the T, an offset of hours alone, no offset at all. */
const TIMESTAMP =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/**
 * Reads a moment as ISO 8601 in UTC. A text without an offset is taken as UTC, as SQLite writes it.
 *
 * @throws {InvalidParameterError}
 */
export function readTimestamp(parameter: string, given: unknown): string {
  const date = dateOf(given);
  if (date && !Number.isNaN(date.getTime())) return date.toISOString();
  throw new InvalidParameterError(parameter, given, 'a date, or a text like 2026-01-31T12:00:00Z');
}

function dateOf(given: unknown): Date | undefined {
  if (given instanceof Date) return given;
  const parts = typeof given === 'string' ? TIMESTAMP.exec(given.trim()) : null;
  if (!parts) return undefined;
  const [, day, time = '00:00', offset = 'Z'] = parts;
  return new Date(`${String(day)}T${time}${fullOffset(offset.toUpperCase())}`);
}

function fullOffset(offset: string): string {
  if (offset === 'Z') return offset;
  const digits = offset.slice(1).replace(':', '').padEnd(4, '0');
  return `${offset.slice(0, 1)}${digits.slice(0, 2)}:${digits.slice(2)}`;
}
