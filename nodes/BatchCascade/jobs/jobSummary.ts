import type { IDataObject } from 'n8n-workflow';
import { cascadeSummary, type BatchItem, type StopReason, type TenantResult } from '../../../core';
import { asJson } from '../../shared/queries/answerFields';

/** What the outcomes of a job come to. */
export function jobSummary(
  items: readonly BatchItem<TenantResult>[],
  stoppedBecause: StopReason | null,
): IDataObject {
  const count = (status: BatchItem<TenantResult>['status']) =>
    items.filter((item) => item.status === status).length;
  const done = count('done');
  const { models, ...sums } = cascadeSummary(items, () => undefined);
  return {
    strategy: 'provider_batch',
    total: items.length,
    done,
    failed: count('failed'),
    notRun: count('not_run'),
    successRate: items.length === 0 ? 100 : (100 * done) / items.length,
    ...sums,
    models: asJson(models),
    stoppedBecause,
  };
}
