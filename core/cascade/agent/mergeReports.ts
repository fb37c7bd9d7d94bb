import { sumOf } from '../engine/bill';
import type { CascadeReport } from '../engine/report';
import { toTenths } from '../../time/toTenths';
import { savingsOf } from '../engine/savings';

/**
 * One report on all turns of a run. Attempts, costs and times are those of all turns: the baseline is what the last
 * model alone would have cost for each of them. `escalated` says whether any turn was, `direct` whether the first was,
 * since that is the one that the query itself decides. All else is the last turn's, because its text is the answer.
 */
export function mergeReports(first: CascadeReport, ...others: readonly CascadeReport[]): CascadeReport {
  const turns = [first, ...others];
  const last = others.at(-1);
  if (!last) return first;
  const costUsd = sumOf(turns.map((turn) => turn.costUsd));
  const baselineCostUsd = sumOf(turns.map((turn) => turn.baselineCostUsd));
  return {
    ...last,
    escalated: turns.some((turn) => turn.escalated),
    direct: first.direct,
    reason: `${last.reason} (the last of ${String(turns.length)} turns)`,
    ...savingsOf(costUsd, baselineCostUsd),
    latencyMs: toTenths(turns.reduce((sum, { latencyMs }) => sum + latencyMs, 0)),
    attempts: turns.flatMap(({ attempts }) => attempts),
  };
}
