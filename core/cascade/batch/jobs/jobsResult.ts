import type { BatchItem, StopReason } from '../../../batch/batchResult';
import type { CascadeError } from '../../../errors/cascadeError';
import type { TenantResult } from '../../tenant/tenantRun';
import type { CascadeRun } from '../cascadeRun';

/** A query that jobs could not answer. */
export interface LeftQuery {
  /** Goes on where the jobs ended: what they have answered is not asked again. */
  readonly run: CascadeRun;
  /** Why the jobs have not answered it. */
  readonly error: CascadeError;
}

/** What became of the queries of a batch that was given to a provider as jobs. */
export interface JobsResult {
  /** In the order of the queries; undefined for those that are left. */
  readonly items: readonly (BatchItem<TenantResult> | undefined)[];
  /** By the place of the query, to be run one at a time. Empty when such queries are to fail. */
  readonly left: ReadonlyMap<number, LeftQuery>;
  /** Why it ended early; null when it did not. */
  readonly stoppedBecause: StopReason | null;
  /** Why the record of the jobs is not kept; missing when it is, or was not to be. */
  readonly checkpointFault?: Error | undefined;
}
