import { z } from 'zod/v3';
import { InvalidParameterError, readParameter } from '../../errors/invalidParameterError';
import { saying } from '../../errors/saying';

const DAY_MS = 86_400_000;

const duration = `a number of milliseconds from 1 to ${String(DAY_MS)}`;
const timeout = z.number(saying(duration)).min(1, duration).max(DAY_MS, duration);
const share = 'a number from 0 to 1';
const threshold = z.number(saying(share)).min(0, share).max(1, share);

/** @throws {InvalidParameterError} */
export function readTimeoutMs(given: unknown): number {
  return readParameter('timeoutMs', given, timeout);
}

/** @throws {InvalidParameterError} for anything but true and false: what is not understood must not be off */
export function readFlag(parameter: string, given: unknown): boolean {
  if (typeof given === 'boolean') return given;
  throw new InvalidParameterError(parameter, given, 'true or false');
}

/** @throws {InvalidParameterError} */
export function readThreshold(given: unknown): number {
  return readParameter('threshold', given, threshold);
}

/** @throws {InvalidParameterError} when it is not a text, blank, or longer than `most` characters */
export function readWords(parameter: string, given: unknown, most: number): string {
  const allowed = `a text of 1 to ${String(most)} characters`;
  if (typeof given === 'string' && given.trim() !== '' && given.length <= most) return given;
  throw new InvalidParameterError(parameter, given, allowed);
}
