import type { IExecuteFunctions } from 'n8n-workflow';
import type { CascadeBatchConfig } from '../../core';
import { capacities } from '../shared/cascade/capacities';
import type { BatchRun } from './batchRun';
import { identitiesOf } from './identity';
import type { Progress } from './progress';
import { readKeepTime, type BatchSettings } from './settings';

/** @throws whatever `openStore` throws, when answers are to be kept */
export async function batchConfigOf(
  { context, store }: BatchRun,
  settings: BatchSettings,
  progress: Progress,
): Promise<CascadeBatchConfig> {
  const { batchId, answersDuplicatesOnce, jobs } = settings;
  const ttlMs = readKeepTime(context);
  const isIdentified = batchId !== undefined || answersDuplicatesOnce;
  const identities = isIdentified ? await identitiesOf(context) : [];
  return {
    strategy: settings.strategy,
    maxConcurrency: settings.maxConcurrency,
    stopOnError: settings.stopOnError,
    totalTimeoutMs: settings.totalTimeoutMs,
    longestWaitMs: settings.longestWaitMs,
    maxCostUsd: settings.maxCostUsd,
    answersDuplicatesOnce,
    gates: capacities,
    signal: context.getExecutionCancelSignal(),
    identityOf: isIdentified ? (index) => identities[index] ?? String(index) : undefined,
    checkpoints: batchId === undefined ? undefined : { store: await store.open(), batchId, ttlMs },
    jobs: mayBeJobs(context, settings)
      ? {
          ...jobs,
          onProgress: (look) => {
            progress.jobs(look);
          },
        }
      : undefined,
    onItem: (item) => {
      progress.item(item);
    },
  };
}

/** Nobody who has not said so waits for hours, and models that are connected take no jobs. */
function mayBeJobs(context: IExecuteFunctions, { strategy, jobs }: BatchSettings): boolean {
  if (strategy !== 'auto') return true;
  return (
    jobs.longestWaitMs !== undefined && context.getNodeParameter('modelSource', 0, 'connected') === 'api'
  );
}
