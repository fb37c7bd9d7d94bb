import type { IExecuteFunctions, ISupplyDataFunctions } from 'n8n-workflow';

/** What a node or a sub-node that asks models sees of n8n. */
export type ModelContext = IExecuteFunctions | ISupplyDataFunctions;
