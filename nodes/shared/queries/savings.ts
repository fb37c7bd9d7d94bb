import type { NodeExecutionHint } from 'n8n-workflow';
import type { CascadeReport } from '../../../core';
import { info } from '../tenants/storeHints';

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
    if (this.#answers > 1) return `${String(drafts)} of ${String(this.#answers)} answers came from a draft.`;
    return drafts === 1 ? 'The answer came from a draft.' : 'The answer came from a stronger model.';
  }

  #paid(): string {
    if (this.#priced === 0) return '';
    const saved = this.#baselineUsd - this.#costUsd;
    const cost = `${this.#whatWasPriced()} cost ${dollars(this.#costUsd)}`;
    if (this.#baselineUsd === 0) return `${cost}.`;
    const share = Math.round((Math.abs(saved) / this.#baselineUsd) * 100);
    return saved >= 0
      ? `${cost}, which is ${dollars(saved)} (${String(share)} %) less than the last model alone.`
      : `${cost}, which is ${dollars(-saved)} (${String(share)} %) more than the last model alone.`;
  }

  #whatWasPriced(): string {
    if (this.#priced < this.#answers) return `${String(this.#priced)} of them`;
    return this.#answers > 1 ? 'They' : 'It';
  }

  #unpriced(): string {
    const unpriced = this.#answers - this.#priced;
    return unpriced === 0
      ? ''
      : `What ${unpriced === 1 ? 'one' : String(unpriced)} cost is unknown: give the price under Options, Model Prices.`;
  }
}

/** Small amounts keep two significant digits. */
function dollars(amount: number): string {
  if (amount === 0) return '$0';
  return amount >= 1 ? `$${amount.toFixed(2)}` : `$${Number(amount.toPrecision(2)).toString()}`;
}
