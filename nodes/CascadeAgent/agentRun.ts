import { NodeConnectionTypes, type IExecuteFunctions, type NodeExecutionHint } from 'n8n-workflow';
import type { CascadeReport } from '../../core';
import { RunStore } from '../shared/tenants/runStore';
import { warning } from '../shared/tenants/storeHints';
import { Savings } from '../shared/queries/savings';

const BY_HAND =
  'This is a run by hand: what it counts and learns is kept apart from production, and is not saved by n8n.';

/** One run of the node: what its items share, and what is to be said of it once. */
export class AgentRun {
  readonly context: IExecuteFunctions;
  readonly store: RunStore;
  readonly #savings = new Savings();
  readonly #hints = new Map<string, NodeExecutionHint>();

  constructor(context: IExecuteFunctions) {
    this.context = context;
    this.store = new RunStore(context);
  }

  /** What was said before has to be kept before the next item reads it. */
  get hasMemory(): boolean {
    const memories = this.context.getParentNodes(this.context.getNode().name, {
      connectionType: NodeConnectionTypes.AiMemory,
      depth: 1,
    });
    return memories.length > 0;
  }

  answered(report: CascadeReport): void {
    this.#savings.add(report);
  }

  /** However many items have it to say. */
  note(hint: NodeExecutionHint): void {
    this.#hints.set(hint.message, hint);
  }

  warn(message: string): void {
    this.note(warning(message));
  }

  async hints(): Promise<NodeExecutionHint[]> {
    return [...this.#savings.hints, ...(await this.store.hints(BY_HAND)), ...this.#hints.values()];
  }
}
