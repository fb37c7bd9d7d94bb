import { z } from 'zod/v3';
import { InvalidParameterError, readParameter } from '../errors/invalidParameterError';
import { saying } from '../errors/saying';
import type { BatchConfig } from './batchConfig';
import { BATCH_STRATEGIES, type BatchStrategy } from './batchStrategy';

/** Thirty days: longer than a batch runs. */
const LONGEST_MS = 30 * 86_400_000;
const MOST_AT_ONCE = 1000;
const MOST_ATTEMPTS = 20;

/** What a batch keeps to, with every choice made. Times in ms. */
export interface BatchRules {
  readonly maxConcurrency: number | undefined;
  readonly stopOnError: boolean;
  readonly timeoutMs: number | undefined;
  readonly totalTimeoutMs: number | undefined;
  readonly longestWaitMs: number;
  readonly retry: RetryRules;
  readonly maxCostUsd: number | undefined;
}

export interface RetryRules {
  readonly attempts: number;
  readonly baseDelayMs: number;
  readonly maxDelayMs: number;
}

const milliseconds = (from: number) => {
  const allowed = `a number of milliseconds from ${String(from)} to ${String(LONGEST_MS)}`;
  return z.number(saying(allowed)).min(from, allowed).max(LONGEST_MS, allowed);
};
const whole = (most: number) => {
  const allowed = `a whole number from 1 to ${String(most)}`;
  return z.number(saying(allowed)).int(allowed).min(1, allowed).max(most, allowed);
};
const oneOf = <Choice extends string>(choices: readonly [Choice, ...Choice[]]) =>
  z.enum(choices, { errorMap: () => ({ message: `one of ${choices.join(', ')}` }) });
const dollars = 'a number of US dollars from 0 on';
const given = z.custom<unknown>((value) => typeof value === 'function', 'a function');
const list = z.custom<readonly unknown[]>((value) => Array.isArray(value), 'a list');

const shapes = {
  strategy: oneOf(BATCH_STRATEGIES).default('auto'),
  maxConcurrency: whole(MOST_AT_ONCE).optional(),
  stopOnError: z.boolean(saying('true or false')).default(false),
  timeoutMs: milliseconds(1).optional(),
  totalTimeoutMs: milliseconds(1).optional(),
  longestWaitMs: milliseconds(0).default(600_000),
  retry: z
    .object(
      {
        attempts: whole(MOST_ATTEMPTS).default(4),
        baseDelayMs: milliseconds(0).default(500),
        maxDelayMs: milliseconds(0).default(30_000),
      },
      saying('an object'),
    )
    .default({}),
  maxCostUsd: z.number(saying(dollars)).finite(dollars).min(0, dollars).optional(),
};

/** @throws {InvalidParameterError} when it is not a list */
export function readQueries(queries: unknown): void {
  readParameter('queries', queries, list);
}

/** @throws {InvalidParameterError} */
export function readStrategy(strategy: unknown): BatchStrategy {
  return readParameter('strategy', strategy, shapes.strategy);
}

/** @throws {InvalidParameterError} with the first parameter that is not valid */
export function readRules<Query, Value>(config: Omit<BatchConfig<Query, Value>, 'strategy'>): BatchRules {
  for (const name of ['costOf', 'duplicateKeyOf', 'onItem', 'random'] as const) {
    if (config[name] !== undefined) readParameter(name, config[name], given);
  }
  const rules = {
    maxConcurrency: readParameter('maxConcurrency', config.maxConcurrency, shapes.maxConcurrency),
    stopOnError: readParameter('stopOnError', config.stopOnError, shapes.stopOnError),
    timeoutMs: readParameter('timeoutMs', config.timeoutMs, shapes.timeoutMs),
    totalTimeoutMs: readParameter('totalTimeoutMs', config.totalTimeoutMs, shapes.totalTimeoutMs),
    longestWaitMs: readParameter('longestWaitMs', config.longestWaitMs, shapes.longestWaitMs),
    retry: readParameter('retry', config.retry, shapes.retry),
    maxCostUsd: readParameter('maxCostUsd', config.maxCostUsd, shapes.maxCostUsd),
  };
  if (rules.maxCostUsd !== undefined && config.costOf === undefined) {
    throw new InvalidParameterError('costOf', undefined, 'a function, because maxCostUsd needs it');
  }
  return rules;
}
