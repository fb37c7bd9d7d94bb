import type { BatchItem } from '../../batch/batchResult';
import { isSpentError } from '../agent/spentError';
import { sumOf } from '../engine/bill';
import type { MadeAttempt } from '../engine/report';
import { savingsOf } from '../engine/savings';
import type { TenantResult } from '../tenant/tenantRun';
import type { CascadeBatchResult, ModelUse } from './cascadeBatchResult';
import type { AttemptsOf } from './oneByOne';

type Item = BatchItem<TenantResult>;
export type CascadeSummary = Pick<
  CascadeBatchResult,
  'escalated' | 'direct' | 'costUsd' | 'baselineCostUsd' | 'savedUsd' | 'savedPercent' | 'models'
>;

/** What the outcomes of a batch come to. */
export function summaryOf(items: readonly Item[], attemptsOf: AttemptsOf): CascadeSummary {
  const reports = items.flatMap((item) => (item.status === 'done' ? [item.value.cascade] : []));
  const { savedUsd, savedPercent, baselineCostUsd } = savingsOf(
    sumOf(items.map(spentEver)),
    sumOf(reports.map((report) => report.baselineCostUsd)),
  );
  return {
    escalated: reports.filter(({ escalated }) => escalated).length,
    direct: reports.filter(({ direct }) => direct).length,
    costUsd: sumOf(items.map((item) => item.costUsd)),
    baselineCostUsd,
    savedUsd,
    savedPercent,
    models: usesIn(items.map((item) => attemptsIn(item, attemptsOf))),
  };
}

/** US dollars, in this run of the batch or in an earlier one. */
function spentEver(item: Item): number | null {
  return item.status === 'done' && item.source === 'checkpoint' ? item.value.cascade.costUsd : item.costUsd;
}

function attemptsIn(item: Item, attemptsOf: AttemptsOf): readonly MadeAttempt[] {
  switch (item.status) {
    case 'done':
      return item.source === 'run' ? item.value.cascade.attempts : [];
    case 'failed':
      return attemptsOf(item.index) ?? (isSpentError(item.error) ? item.error.attempts : []);
    case 'not_run':
      return [];
  }
}

function usesIn(attempts: readonly (readonly MadeAttempt[])[]): ModelUse[] {
  const uses = new Map<string, ModelUse>();
  for (const attempt of attempts.flat()) {
    const { model, inputTokens, outputTokens, costUsd, error } = attempt;
    const before = uses.get(model) ?? UNUSED;
    // Who brought no answer bills nothing: it has no tokens.
    const isBilled = inputTokens !== null;
    uses.set(model, {
      model,
      calls: before.calls + 1,
      failedCalls: before.failedCalls + Number(error !== null),
      inputTokens: before.inputTokens + (inputTokens ?? 0),
      outputTokens: before.outputTokens + (outputTokens ?? 0),
      costUsd: isBilled ? sumOf([before.costUsd, costUsd]) : before.costUsd,
    });
  }
  return [...uses.values()];
}

const UNUSED = { calls: 0, failedCalls: 0, inputTokens: 0, outputTokens: 0, costUsd: 0 };
