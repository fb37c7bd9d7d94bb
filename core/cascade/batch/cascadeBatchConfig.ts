import type { BatchConfig, CheckpointConfig } from '../../batch/batchConfig';
import type { BatchItem } from '../../batch/batchResult';
import type { CallGates } from '../../batch/gates/callGates';
import type { TenantResult } from '../tenant/tenantRun';
import type { JobsConfig } from './jobs/jobsConfig';

/** How a batch of queries is worked on by cascades. All times in milliseconds. */
export interface CascadeBatchConfig extends Pick<
  BatchConfig<unknown, TenantResult>,
  | 'strategy'
  | 'maxConcurrency'
  | 'stopOnError'
  | 'timeoutMs'
  | 'totalTimeoutMs'
  | 'longestWaitMs'
  | 'maxCostUsd'
  | 'signal'
  | 'clock'
  | 'random'
> {
  /** What tells a query, by its place in the batch, from all others: needed by the next two. */
  readonly identityOf?: ((index: number) => string) | undefined;
  /** Whether queries of the same identity are answered once. Needs `identityOf`. */
  readonly answersDuplicatesOnce?: boolean | undefined;
  /** Where answers are kept, so that the same batch run again only does what is missing. Needs `identityOf`. */
  readonly checkpoints?: Pick<CheckpointConfig<unknown, unknown>, 'store' | 'batchId' | 'ttlMs'> | undefined;
  /** What was learned of the capacity of models; of this batch alone when left out. */
  readonly gates?: CallGates | undefined;
  readonly onItem?: ((item: BatchItem<TenantResult>) => void) | undefined;
  /** Needed by `provider_batch`, and by `auto` to choose it. */
  readonly jobs?: JobsConfig | undefined;
}
