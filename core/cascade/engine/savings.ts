import { toNanoDollars } from './bill';
import type { CascadeReport } from './report';
import { round } from './round';

/** What a report says of money. */
export type Savings = Pick<CascadeReport, 'costUsd' | 'baselineCostUsd' | 'savedUsd' | 'savedPercent'>;

/** @param baselineCostUsd what the last model alone would have cost */
export function savingsOf(costUsd: number | null, baselineCostUsd: number | null): Savings {
  const savedUsd =
    costUsd === null || baselineCostUsd === null ? null : toNanoDollars(baselineCostUsd - costUsd);
  const savedPercent =
    savedUsd === null || !baselineCostUsd ? null : round((savedUsd / baselineCostUsd) * 100, 2);
  return { costUsd, baselineCostUsd, savedUsd, savedPercent };
}
