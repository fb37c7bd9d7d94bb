import type { IExecuteFunctions, NodeExecutionHint } from 'n8n-workflow';
import type { BatchItem, TenantResult } from '../../core';
import { Savings } from '../shared/queries/savings';
import { RunStore } from '../shared/tenants/runStore';
import { warning } from '../shared/tenants/storeHints';

const BY_HAND =
  'This is a run by hand: what it counts, keeps and learns is kept apart from production, and is not saved by n8n.';

/** One run of the node: what its items share, and what is to be said of it once. */
export class BatchRun {
  readonly context: IExecuteFunctions;
  readonly store: RunStore;
  readonly #savings = new Savings();
  readonly #hints = new Map<string, NodeExecutionHint>();
  readonly #admitted = new Set<number>();

  constructor(context: IExecuteFunctions, store = new RunStore(context)) {
    this.context = context;
    this.store = store;
  }

  /** The query of this item is counted, and will be settled. */
  admits(itemIndex: number): void {
    this.#admitted.add(itemIndex);
  }

  isAdmitted(itemIndex: number): boolean {
    return this.#admitted.has(itemIndex);
  }

  /** What is to be said of an outcome. */
  note(item: BatchItem<TenantResult>): void {
    if (item.status !== 'done' || item.source !== 'run') return;
    const { cascade, booking } = item.value;
    this.#savings.add(cascade);
    if (booking?.unavailable) this.warn(`A query could not be counted. ${booking.unavailable.message}`);
  }

  /** However many items have it to say. */
  warn(message: string): void {
    this.#hints.set(message, warning(message));
  }

  async hints(): Promise<NodeExecutionHint[]> {
    return [...this.#savings.hints, ...(await this.store.hints(BY_HAND)), ...this.#hints.values()];
  }
}
