import { InvalidParameterError } from '../errors/invalidParameterError';
import { systemClock } from '../time/clock';
import type { BatchConfig, Work } from './batchConfig';
import type { BatchResult } from './batchResult';
import { BATCH_STRATEGIES, type UsedStrategy } from './batchStrategy';
import { AdaptiveGate } from './gates/adaptiveGate';
import { readQueries, readRules, readStrategy } from './readConfig';
import { scheduleBatch } from './scheduler/scheduleBatch';

const AT_ONCE = 10;

type OwnStrategy = Exclude<UsedStrategy, 'provider_batch'>;

/**
 * Answers all queries, and tells what became of each. A query that fails does not fail the batch.
 *
 * @throws {InvalidParameterError} when the configuration is not valid
 * @throws {BatchProcessingError} for a fault of the batch as a whole, such as checkpoints that cannot be read
 */
export async function runBatch<Query, Value>(
  queries: readonly Query[],
  work: Work<Query, Value>,
  config: BatchConfig<Query, Value> = {},
): Promise<BatchResult<Value>> {
  readQueries(queries);
  const strategy = decide(config.strategy, queries.length);
  const { clock = systemClock } = config;
  const most = mostAtOnce(strategy, readRules(config).maxConcurrency);
  const governor =
    config.gate ?? new AdaptiveGate({ clock, start: strategy === 'adaptive' ? undefined : most, most });
  return await scheduleBatch(queries, work, { ...config, strategy, governor, maxConcurrency: most });
}

/** @throws {InvalidParameterError} for `provider_batch`: any work will do here, and none of it is a provider's */
function decide(given: unknown, queries: number): OwnStrategy {
  const strategy = readStrategy(given);
  if (strategy === 'auto') return queries === 1 ? 'sequential' : 'adaptive';
  if (strategy !== 'provider_batch') return strategy;
  const others = BATCH_STRATEGIES.filter((name) => name !== strategy).join(', ');
  throw new InvalidParameterError(
    'strategy',
    given,
    `one of ${others}: this batch has no provider to give jobs to`,
  );
}

function mostAtOnce(strategy: OwnStrategy, maxConcurrency: number | undefined): number | undefined {
  if (strategy === 'sequential') return 1;
  return strategy === 'parallel' ? (maxConcurrency ?? AT_ONCE) : maxConcurrency;
}
