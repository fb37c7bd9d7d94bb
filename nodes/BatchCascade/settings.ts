import type { IExecuteFunctions } from 'n8n-workflow';
import { BATCH_STRATEGIES, InvalidParameterError, type BatchStrategy } from '../../core';
import { readChoice } from '../shared/choice';
import { queryLabels } from '../shared/queries/queryParameters';

/** What the panel calls the parameters that core checks. */
export const labels: ReadonlyMap<string, string> = new Map([
  ['batchId', 'Batch ID'],
  ['discount', 'Job Discount (%)'],
  ['maxConcurrency', 'Queries at Once'],
  ['strategy', 'Strategy'],
  ['ttlMs', 'Keep Results For (Hours)'],
  ...queryLabels,
  // Of the batch, not of a query.
  ['maxCostUsd', 'Max Cost of the Batch (USD)'],
]);

/** The first one of each holds when nothing is chosen. */
const limitScopes = ['query', 'batch'] as const;
const jobFallbacks = ['individual', 'fail'] as const;

/** How the batch is worked on as a whole. All times in milliseconds. */
export interface BatchSettings {
  readonly strategy: BatchStrategy;
  readonly maxConcurrency: number | undefined;
  readonly stopOnError: boolean;
  readonly totalTimeoutMs: number | undefined;
  readonly longestWaitMs: number | undefined;
  readonly maxCostUsd: number | undefined;
  readonly answersDuplicatesOnce: boolean;
  /** Undefined when nothing is kept. */
  readonly batchId: string | undefined;
  readonly limitScope: (typeof limitScopes)[number];
  readonly jobs: JobSettings;
}

interface JobSettings {
  readonly longestWaitMs: number | undefined;
  readonly fallback: (typeof jobFallbacks)[number];
  /** 0..1; undefined when what is known of the provider holds. */
  readonly discount: number | undefined;
}

/** How the items of a batch look. */
export interface Returns {
  readonly includesInputFields: boolean;
  readonly returnsTrace: boolean;
}

const MS_PER_MINUTE = 60_000;
const MS_PER_HOUR = 3_600_000;
const MOST_AT_ONCE = 1000;
const atOnce = `a whole number from 1 to ${String(MOST_AT_ONCE)}`;

/** A time that an option gives. */
interface Time {
  readonly option: string;
  readonly label: string;
  readonly unitMs: number;
  readonly least: number;
  readonly most: number;
}

const giveUp: Time = {
  option: 'longestWaitMinutes',
  label: 'Give Up After (Minutes)',
  unitMs: MS_PER_MINUTE,
  least: 0.001,
  most: 1440,
};
const keep: Time = {
  option: 'keepHours',
  label: 'Keep Results For (Hours)',
  unitMs: MS_PER_HOUR,
  least: 0.1,
  most: 720,
};
const total: Time = {
  option: 'totalMinutes',
  label: 'Time Limit of the Batch (Minutes)',
  unitMs: MS_PER_MINUTE,
  least: 0.001,
  most: 10_080,
};
const jobWait: Time = {
  option: 'jobWaitMinutes',
  label: 'Wait for Jobs Up To (Minutes)',
  unitMs: MS_PER_MINUTE,
  least: 0.001,
  most: 10_080,
};

/**
 * Reads what holds for the whole batch, from the first item.
 *
 * @throws {InvalidParameterError}
 */
export function readBatchSettings(context: IExecuteFunctions): BatchSettings {
  const strategy = readChoice('Strategy', context.getNodeParameter('strategy', 0, 'auto'), BATCH_STRATEGIES);
  const choice = <Choice extends string>(
    label: string,
    name: string,
    choices: readonly [Choice, ...Choice[]],
  ) => readChoice(label, readOption(context, name) ?? choices[0], choices);
  return {
    strategy,
    maxConcurrency:
      strategy === 'parallel'
        ? readAtOnce('Queries at Once', context.getNodeParameter('queriesAtOnce', 0, 10))
        : readAtOnce('Max Queries at Once', readOption(context, 'maxConcurrency')),
    stopOnError: readOption(context, 'stopOnError') === true,
    totalTimeoutMs: readTime(context, total),
    longestWaitMs: readTime(context, giveUp),
    maxCostUsd: readCost('Max Cost of the Batch (USD)', readOption(context, 'maxBatchCostUsd')),
    answersDuplicatesOnce: readOption(context, 'answerDuplicatesOnce') === true,
    batchId: readBatchId(context.getNodeParameter('batchId', 0, '')),
    limitScope: choice('Count Against Limits', 'limitScope', limitScopes),
    jobs: {
      longestWaitMs: readTime(context, jobWait),
      fallback: choice('If Provider Takes No Jobs', 'jobFallback', jobFallbacks),
      discount: readDiscount(context),
    },
  };
}

/** 0..1. @throws {InvalidParameterError} */
export function readDiscount(context: IExecuteFunctions): number | undefined {
  const percent = readOption(context, 'jobDiscountPercent');
  if (percent === undefined) return undefined;
  if (typeof percent === 'number' && percent >= 0 && percent <= 100) return percent / 100;
  throw new InvalidParameterError('Job Discount (%)', percent, 'a number of percent from 0 to 100');
}

/** Milliseconds. @throws {InvalidParameterError} */
export function readKeepTime(context: IExecuteFunctions): number | undefined {
  return readTime(context, keep);
}

/** How results look cannot differ from item to item. */
export function readReturns(context: IExecuteFunctions): Returns {
  return {
    includesInputFields: readOption(context, 'includeInputFields') !== false,
    returnsTrace: readOption(context, 'returnTrace') === true,
  };
}

/** By itself: an option of queries whose expression fails for the first item is no fault of the batch. */
function readOption(context: IExecuteFunctions, name: string): unknown {
  return context.getNodeParameter(`options.${name}`, 0, null) ?? undefined;
}

function readAtOnce(label: string, given: unknown): number | undefined {
  if (given === undefined) return undefined;
  if (typeof given === 'number' && Number.isInteger(given) && given >= 1 && given <= MOST_AT_ONCE)
    return given;
  throw new InvalidParameterError(label, given, atOnce);
}

function readTime(
  context: IExecuteFunctions,
  { option, label, unitMs, least, most }: Time,
): number | undefined {
  const given = readOption(context, option);
  if (given === undefined) return undefined;
  if (typeof given === 'number' && given >= least && given <= most) return Math.round(given * unitMs);
  throw new InvalidParameterError(label, given, `a number from ${String(least)} to ${String(most)}`);
}

function readCost(label: string, given: unknown): number | undefined {
  if (given === undefined) return undefined;
  if (typeof given === 'number' && given >= 0 && Number.isFinite(given)) return given;
  throw new InvalidParameterError(label, given, 'a number of US dollars from 0 on');
}

/** A number is a name as well. */
function readBatchId(given: unknown): string | undefined {
  const text = typeof given === 'number' ? String(given) : given;
  if (text === undefined || text === null || text === '') return undefined;
  if (typeof text === 'string' && text.trim() !== '') return text;
  throw new InvalidParameterError('Batch ID', given, 'a text, or empty');
}
