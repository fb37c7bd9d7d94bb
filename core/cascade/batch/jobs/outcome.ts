import type { StopReason } from '../../../batch/batchResult';
import type { CascadeError } from '../../../errors/cascadeError';
import type { TenantResult } from '../../tenant/tenantRun';
import type { Spent } from './replay';

/** How it stands with a query, as far as the jobs have come. */
export type Outcome = {
  readonly index: number;
  /** What its replies cost so far. */
  readonly spent: Spent;
  /** Those whose replies it goes on with. */
  readonly models: ReadonlySet<string>;
} & (
  | { readonly kind: 'done'; readonly result: TenantResult }
  | { readonly kind: 'failed'; readonly error: Error }
  /** Jobs will not answer it. */
  | { readonly kind: 'left'; readonly error: CascadeError }
  /** It waits for a job. */
  | { readonly kind: 'open' }
  /** No job was asked for it any more. */
  | { readonly kind: 'withheld'; readonly reason: StopReason }
);
