import { z } from 'zod/v3';
import { readParameter } from '../../errors/invalidParameterError';
import { saying } from '../../errors/saying';

/** What a user may choose about looking for prompt injection. */
export interface InjectionOptions {
  /** 0 to 1: a text is unsafe when its score reaches this. 0.5 when left out, 0.3 when strict. */
  threshold?: number | undefined;
  /** Quotations of attacks and weak signs count too. Off when left out. */
  strict?: boolean | undefined;
}

export interface ReadInjectionOptions {
  readonly threshold: number;
  readonly strict: boolean;
}

const DEFAULT_THRESHOLD = 0.5;
const STRICT_THRESHOLD = 0.3;

const share = 'a number from 0 to 1';
const threshold = z.number(saying(share)).min(0, share).max(1, share);
const strict = z.boolean(saying('true or false'));
const text = z.string(saying('a text'));

/** @throws {InvalidParameterError} */
export function readInjectionOptions(given: {
  readonly [Name in keyof InjectionOptions]?: unknown;
}): ReadInjectionOptions {
  const isStrict = readParameter('strict', given.strict ?? false, strict);
  const fallback = isStrict ? STRICT_THRESHOLD : DEFAULT_THRESHOLD;
  return {
    strict: isStrict,
    threshold: readParameter('threshold', given.threshold ?? fallback, threshold),
  };
}

/** @throws {InvalidParameterError} */
export function readText(given: unknown): string {
  return readParameter('text', given, text);
}
