import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { RunStore } from '../shared/tenants/runStore';

/** An item of a run, and where profiles are stored. */
export interface ItemTask {
  readonly context: IExecuteFunctions;
  readonly itemIndex: number;
  readonly store: RunStore;
}

/** What is left to do for an item once its parameters were read: it gives one object for each profile. */
export type Work = () => Promise<readonly IDataObject[]>;
