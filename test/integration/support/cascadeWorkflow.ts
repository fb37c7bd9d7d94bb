import path from 'node:path';
import type { IConnections, INode, INodeParameters, INodeType, IRun, OnError } from 'n8n-workflow';
import { runWorkflow } from './runWorkflow';
import { ItemSource, scriptedChatModel, type ModelScript } from './testNodes';

/** The node as it is shipped: compiled, with the bundled core. */
async function compiledCascadeAgent(): Promise<INodeType> {
  const file = path.resolve('dist/nodes/CascadeAgent/CascadeAgent.node.js');
  const { CascadeAgent } = (await import(file)) as { CascadeAgent: new () => INodeType };
  return new CascadeAgent();
}

export interface CascadeCase {
  items: unknown[];
  script: ModelScript;
  /** Model names by input; null leaves an input empty. */
  models?: readonly (string | null)[];
  /** Names of models whose sub-node is disabled. */
  disabled?: readonly string[];
  parameters?: INodeParameters;
  onError?: OnError;
  /** Resolves when the user presses Stop. */
  stop?: Promise<void>;
}

export const AGENT = 'Cascade Agent';

/** Items -> Cascade Agent with one scripted chat model at each input. */
export async function runCascade({
  items,
  script,
  models = ['small', 'large'],
  disabled = [],
  parameters = {},
  onError,
  stop,
}: CascadeCase): Promise<IRun> {
  const connected = models.flatMap((model, input) => (model === null ? [] : [{ model, input }]));
  const nodes: INode[] = [
    node('Items', 'itemSource', { items: JSON.stringify(items) }),
    {
      ...node(AGENT, 'cascadeAgent', {
        promptType: 'define',
        text: '={{ $json.query }}',
        numberOfModels: models.length,
        preset: 'balanced',
        options: {},
        ...parameters,
      }),
      ...(onError ? { onError } : {}),
    },
    ...connected.map(({ model }) => ({
      ...node(model, 'scriptedChatModel', { model }),
      ...(disabled.includes(model) ? { disabled: true } : {}),
    })),
  ];
  const connections: IConnections = {
    Items: { main: [[{ node: AGENT, type: 'main', index: 0 }]] },
    ...Object.fromEntries(
      connected.map(({ model, input }) => [
        model,
        { ai_languageModel: [[{ node: AGENT, type: 'ai_languageModel' as const, index: input }]] },
      ]),
    ),
  };
  const nodeTypes = new Map<string, INodeType>([
    ['itemSource', new ItemSource()],
    ['cascadeAgent', await compiledCascadeAgent()],
    ['scriptedChatModel', scriptedChatModel(script)],
  ]);
  return await runWorkflow({ nodes, connections, nodeTypes, startNode: 'Items', ...(stop ? { stop } : {}) });
}

function node(name: string, type: string, parameters: INodeParameters): INode {
  return { id: name, name, type, typeVersion: 1, position: [0, 0], parameters };
}
