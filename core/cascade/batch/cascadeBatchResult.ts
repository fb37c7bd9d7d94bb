import type { BatchResult } from '../../batch/batchResult';
import type { TenantResult } from '../tenant/tenantRun';

/** What a batch asked of one model. */
export interface ModelUse {
  readonly model: string;
  /** Without those that the provider refused because it had too many. */
  readonly calls: number;
  readonly failedCalls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** US dollars; null when its price is unknown. */
  readonly costUsd: number | null;
}

/** What became of each query, how the batch went, and what the cascade saved. */
export interface CascadeBatchResult extends BatchResult<TenantResult> {
  /** How many of the answered queries were handed to a stronger model. */
  readonly escalated: number;
  /** How many of them no draft was made for. */
  readonly direct: number;
  /** US dollars that the last models alone would have cost for all that was answered; null when a price is unknown. */
  readonly baselineCostUsd: number | null;
  /** `baselineCostUsd` without what was spent on all queries, earlier runs of the same batch included. */
  readonly savedUsd: number | null;
  /** -∞..100 */
  readonly savedPercent: number | null;
  /** What this run asked of the models, in the order in which they were first asked. */
  readonly models: readonly ModelUse[];
  /** Why queries were asked one at a time that were to be jobs of the provider; null when none was. */
  readonly fallback: string | null;
}
