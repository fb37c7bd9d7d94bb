import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { RunStore } from '../shared/tenants/runStore';
import type { RunNotes } from './notes';
import type { Options } from './options';

/** An item of a run, and what all items of the run share. */
export interface ItemTask {
  readonly context: IExecuteFunctions;
  readonly item: INodeExecutionData;
  readonly itemIndex: number;
  readonly options: Options;
  readonly store: RunStore;
  readonly notes: RunNotes;
}
