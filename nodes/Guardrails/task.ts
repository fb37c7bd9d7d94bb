import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { RunStore } from '../shared/tenants/runStore';
import type { RunNotes } from './notes';
import type { Options } from './options';
import type { ItemTexts } from './texts';
import type { Turns } from './turns';

/** An item that is worked on, and what its run shares with the others. */
export interface ItemTask {
  readonly context: IExecuteFunctions;
  readonly itemIndex: number;
  readonly item: INodeExecutionData;
  readonly texts: ItemTexts;
  readonly options: Options;
  readonly store: RunStore;
  readonly notes: RunNotes;
  readonly turns: Turns;
}
