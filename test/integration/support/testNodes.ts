import {
  NodeConnectionTypes,
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
  type ISupplyDataFunctions,
  type SupplyData,
} from 'n8n-workflow';

const base: Pick<INodeTypeDescription, 'group' | 'version' | 'description'> = {
  group: ['transform'],
  version: 1,
  description: '',
};

/** Starts a workflow with the items of its parameter. */
export class ItemSource implements INodeType {
  description: INodeTypeDescription = {
    ...base,
    displayName: 'Item Source',
    name: 'itemSource',
    defaults: { name: 'Items' },
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    properties: [{ displayName: 'Items', name: 'items', type: 'json', default: '[]' }],
  };

  execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    const items = JSON.parse(this.getNodeParameter('items', 0) as string) as INodeExecutionData['json'][];
    return Promise.resolve([items.map((json) => ({ json }))]);
  }
}

/** A call that a scripted chat model received. */
export interface ModelCall {
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: unknown }[];
  readonly signal?: AbortSignal | undefined;
}

/** What a scripted chat model does when it is called. */
export type ModelScript = (call: ModelCall) => Promise<unknown>;

/** A chat-model sub-node whose models have the shape of LangChain's and do what the script says. */
export function scriptedChatModel(script: ModelScript): INodeType {
  return {
    description: {
      ...base,
      displayName: 'Scripted Chat Model',
      name: 'scriptedChatModel',
      defaults: { name: 'Scripted Chat Model' },
      inputs: [],
      outputs: [NodeConnectionTypes.AiLanguageModel],
      properties: [{ displayName: 'Model', name: 'model', type: 'string', default: '' }],
    },
    supplyData(this: ISupplyDataFunctions, itemIndex: number): Promise<SupplyData> {
      const model = this.getNodeParameter('model', itemIndex) as string;
      const invoke = (messages: ModelCall['messages'], { signal }: { signal?: AbortSignal }) =>
        script({ model, messages, signal });
      return Promise.resolve({ response: { model, invoke } });
    },
  };
}
