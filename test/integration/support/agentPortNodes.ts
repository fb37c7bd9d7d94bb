import {
  NodeConnectionTypes,
  type AINodeConnectionType,
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
  type SupplyData,
} from 'n8n-workflow';

const base: Pick<INodeTypeDescription, 'group' | 'version' | 'description' | 'properties'> = {
  group: ['transform'],
  version: 1,
  description: '',
  properties: [],
};

/** A sub-node that supplies what it is given. */
export function supplyingNode(name: string, output: AINodeConnectionType, response: unknown): INodeType {
  return {
    description: { ...base, displayName: name, name, defaults: { name }, inputs: [], outputs: [output] },
    supplyData: (): Promise<SupplyData> => Promise.resolve({ response }),
  };
}

/** A node that n8n makes a tool of: what it returns for the arguments `$fromAI` found goes to the model. */
export function nodeAsTool(name: string, run: (city: string) => Promise<string>): INodeType {
  return {
    description: {
      ...base,
      displayName: name,
      name,
      description: 'Tells the weather of a city',
      defaults: { name },
      inputs: [],
      outputs: [NodeConnectionTypes.AiTool],
      properties: [{ displayName: 'City', name: 'city', type: 'string', default: '' }],
    },
    async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
      return [[{ json: { answer: await run(this.getNodeParameter('city', 0) as string) } }]];
    },
  };
}

/** A node with all the ports of an agent, which does with them as told. */
export function probe(work: (context: IExecuteFunctions) => Promise<object>): INodeType {
  const { AiTool, AiMemory, AiOutputParser, Main } = NodeConnectionTypes;
  return {
    description: {
      ...base,
      displayName: 'Probe',
      name: 'probe',
      defaults: { name: 'Probe' },
      inputs: [
        Main,
        { type: AiTool, displayName: 'Tool' },
        { type: AiMemory, displayName: 'Memory', maxConnections: 1 },
        { type: AiOutputParser, displayName: 'Output Parser', maxConnections: 1 },
      ],
      outputs: [Main],
    },
    async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
      return [[{ json: { ...(await work(this)) } }]];
    },
  };
}
