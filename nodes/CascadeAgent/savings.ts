import type { NodeExecutionHint } from 'n8n-workflow';
import type { CascadeReport } from '../../core';
import { info } from '../shared/tenants/storeHints';

/** What the answers of a run cost, and what they would have cost without the cascade. */
export class Savings {
  #answers = 0;
  #escalated = 0;
  #priced = 0;
  #costUsd = 0;
  #baselineUsd = 0;

  add({ escalated, direct, costUsd, baselineCostUsd }: CascadeReport): void {
    this.#answers += 1;
    if (escalated || direct) this.#escalated += 1;
    if (costUsd === null || baselineCostUsd === null) return;
    this.#priced += 1;
    this.#costUsd += costUsd;
    this.#baselineUsd += baselineCostUsd;
  }

  get hints(): NodeExecutionHint[] {
    if (this.#answers === 0) return [];
    return [info([this.#asked(), this.#paid(), this.#unpriced()].filter(Boolean).join(' '))];
  }

  #asked(): string {
    const drafts = this.#answers - this.#escalated;
    return `${String(drafts)} of ${count(this.#answers, 'answer')} came from a draft.`;
  }

  #paid(): string {
    if (this.#priced === 0) return '';
    const saved = this.#baselineUsd - this.#costUsd;
    const cost = `They cost ${dollars(this.#costUsd)}`;
    if (this.#baselineUsd === 0) return `${cost}.`;
    const share = Math.round((Math.abs(saved) / this.#baselineUsd) * 100);
    return saved >= 0
      ? `${cost}, which is ${dollars(saved)} (${String(share)} %) less than the last model alone.`
      : `${cost}, which is ${dollars(-saved)} (${String(share)} %) more than the last model alone.`;
  }

  #unpriced(): string {
    const unpriced = this.#answers - this.#priced;
    return unpriced === 0
      ? ''
      : `The cost of ${count(unpriced, 'answer')} is unknown: give the price under Options, Model Prices.`;
  }
}

function count(number: number, what: string): string {
  return `${String(number)} ${what}${number === 1 ? '' : 's'}`;
}

/** Small amounts keep two significant digits. */
function dollars(amount: number): string {
  if (amount === 0) return '$0';
  return amount >= 1 ? `$${amount.toFixed(2)}` : `$${Number(amount.toPrecision(2)).toString()}`;
}
