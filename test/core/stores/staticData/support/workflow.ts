import { jest } from '@jest/globals';
import { Workflow, type IDataObject, type INodeTypes } from 'n8n-workflow';
import { StaticDataStore } from '../../../../../core/stores/staticData/staticDataStore';
import type { Clock } from '../../../../../core/time/clock';

type StoreClass = typeof StaticDataStore;

interface Start {
  readonly mode?: 'production' | 'manual';
  /** When n8n began it, in ms since the epoch. */
  readonly startedAt?: number;
  /** That of another process; this one's when left out. */
  readonly Store?: StoreClass;
}

/** An execution of a workflow, with the static data that n8n gave it. */
export interface Execution {
  readonly store: StaticDataStore;
  readonly staticData: IDataObject;
  /** What n8n does at the end of one in production: it writes the static data as JSON, if anything of it was set. */
  readonly save: () => void;
}

let workflows = 0;

const noNodes: INodeTypes = {
  getByName: unasked,
  getByNameAndVersion: unasked,
  getKnownTypes: () => ({}),
};

/** A workflow as n8n keeps it: each execution starts from what was saved last. */
export class SavedWorkflow {
  readonly id = `workflow-${String(++workflows)}`;
  /** What n8n's database holds of its static data. */
  json = '{}';
  readonly #clock: Pick<Clock, 'now'>;

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock;
  }

  /** What a node finds in the static data of the workflow. */
  get found(): IDataObject {
    return this.#loaded().getStaticData('global');
  }

  /** What the store has left there; empty when there is nothing of it. */
  get text(): string {
    const text = this.found['cascadeflow'];
    return typeof text === 'string' ? text : '';
  }

  /** Leaves in the database what a node would put there. */
  holds(found: IDataObject): void {
    this.json = JSON.stringify({ global: found });
  }

  start({ mode, startedAt, Store = StaticDataStore }: Start = {}): Execution {
    const workflow = this.#loaded();
    const staticData = workflow.getStaticData('global');
    const store = new Store({ workflowId: this.id, staticData, mode, startedAt, clock: this.#clock });
    return {
      store,
      staticData,
      save: () => {
        if (workflow.staticData['__dataChanged'] === true) this.json = JSON.stringify(workflow.staticData);
      },
    };
  }

  #loaded(): Workflow {
    const staticData: unknown = JSON.parse(this.json);
    if (!isDataObject(staticData)) throw new Error('Static data is an object');
    return new Workflow({
      id: this.id,
      nodes: [],
      connections: {},
      active: true,
      nodeTypes: noNodes,
      staticData,
    });
  }
}

function isDataObject(value: unknown): value is IDataObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function unasked(): never {
  throw new Error('The workflow has no nodes');
}

/** The store as a process has it that was just started: it remembers nothing. */
export async function newProcess(): Promise<StoreClass> {
  let fresh: StoreClass = StaticDataStore;
  await jest.isolateModulesAsync(async () => {
    const loaded = await import('../../../../../core/stores/staticData/staticDataStore');
    fresh = loaded.StaticDataStore;
  });
  return fresh;
}
