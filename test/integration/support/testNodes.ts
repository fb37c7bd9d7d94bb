import {
  NodeConnectionTypes,
  type IBinaryKeyData,
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
    properties: [
      { displayName: 'Items', name: 'items', type: 'json', default: '[]' },
      { displayName: 'Files of Each Item', name: 'binary', type: 'json', default: '{}' },
    ],
  };

  execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    const items = JSON.parse(this.getNodeParameter('items', 0) as string) as INodeExecutionData['json'][];
    const files = JSON.parse(this.getNodeParameter('binary', 0, '{}') as string) as IBinaryKeyData;
    const binary = Object.keys(files).length > 0 ? { binary: files } : {};
    return Promise.resolve([items.map((json) => ({ json, ...binary }))]);
  }
}

/** A call that a scripted chat model received. */
export interface ModelCall {
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: unknown }[];
  /** Names of the tools that it may call. */
  readonly tools: readonly string[];
  /** Whether the answer is wanted piece by piece. */
  readonly isStreamed: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** What a scripted chat model does when it is called: it gives a message, or the chunks of a streamed one. */
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
      return Promise.resolve({ response: chatModel(model, script) });
    },
  };
}

type Asked = Pick<ModelCall, 'signal'>;

function chatModel(model: string, script: ModelScript, tools: readonly string[] = []): object {
  const call = (messages: ModelCall['messages'], { signal }: Asked, isStreamed: boolean) =>
    script({ model, messages, tools, signal, isStreamed });
  return {
    model,
    invoke: (messages: ModelCall['messages'], asked: Asked) => call(messages, asked, false),
    stream: async (messages: ModelCall['messages'], asked: Asked) =>
      chunksOf(await call(messages, asked, true)),
    bindTools: (bound: readonly { readonly function: { readonly name: string } }[]) =>
      chatModel(
        model,
        script,
        bound.map(({ function: { name } }) => name),
      ),
  };
}

/** A message word by word, unless the script gives the chunks itself. */
async function* chunksOf(said: unknown): AsyncGenerator {
  if (isIterable(said)) {
    yield* said;
    return;
  }
  const { content, ...rest } = said as { readonly content: string };
  for (const word of content.match(/\S+\s*/g) ?? []) yield { content: word };
  yield { content: '', ...rest };
}

function isIterable(said: unknown): said is AsyncIterable<unknown> {
  return typeof said === 'object' && said !== null && Symbol.asyncIterator in said;
}
