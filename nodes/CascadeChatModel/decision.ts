import type { CascadeReport } from '../../core';

/** What the cascade decided, in a line: n8n's logs show texts, and keep the report itself under JSON. */
export function decisionIn({ modelUsed, reason, confidence, threshold, ...money }: CascadeReport): string {
  const sure = confidence === null ? [] : [`confidence ${confidence.toFixed(2)} of ${threshold.toFixed(2)}`];
  return [`${modelUsed} answered`, reason, ...sure, ...costIn(money)].join(' · ');
}

function costIn({ costUsd, baselineCostUsd }: Pick<CascadeReport, 'costUsd' | 'baselineCostUsd'>): string[] {
  if (costUsd === null) return ['cost unknown'];
  const alone = baselineCostUsd === null ? '' : `, the last model alone ${dollars(baselineCostUsd)}`;
  return [`cost ${dollars(costUsd)}${alone}`];
}

/** With two significant digits. */
function dollars(amount: number): string {
  return `$${Number(amount.toPrecision(2)).toString()}`;
}
