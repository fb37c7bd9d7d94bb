import type {
  AINodeConnectionType,
  IBinaryKeyData,
  IConnections,
  INode,
  INodeCredentials,
  INodeExecutionData,
  INodeParameters,
  INodeType,
  IRun,
  NodeExecutionHint,
  OnError,
} from 'n8n-workflow';
import { compiledNode } from './compiledNode';
import { outputsOf, runWorkflow, type WorkflowUnderTest } from './runWorkflow';
import { ItemSource, scriptedChatModel, type ModelScript } from './testNodes';

/** A node beside the models, and what it is connected as. */
export interface SubNode {
  readonly type: INodeType;
  readonly output: AINodeConnectionType;
  readonly parameters?: INodeParameters;
  /** Names of the models that are connected to it, by input. */
  readonly models?: readonly string[];
}

/** A node that the items pass before they come to the agent. */
interface NodeBefore {
  readonly type: INodeType;
  readonly parameters?: INodeParameters;
}

export interface CascadeCase extends Pick<
  WorkflowUnderTest,
  'chunks' | 'credential' | 'mode' | 'saved' | 'stop'
> {
  items: readonly unknown[];
  script: ModelScript;
  /** Model names by input; null leaves an input empty. */
  models?: readonly (string | null)[];
  /** Names of models whose sub-node is disabled. */
  disabled?: readonly string[];
  parameters?: INodeParameters;
  onError?: OnError;
  /** Of every item. */
  binary?: IBinaryKeyData;
  /** By their names. */
  subNodes?: Readonly<Record<string, SubNode>>;
  /** By their names, in the order in which the items pass them. */
  before?: Readonly<Record<string, NodeBefore>>;
}

export const AGENT = 'Cascade Agent';

/** Items -> further nodes, if any -> Cascade Agent with one scripted chat model at each input. */
export async function runCascade(given: CascadeCase): Promise<IRun> {
  const { items, script, models = ['small', 'large'], disabled = [], parameters = {}, onError } = given;
  const { binary = {}, subNodes = {}, before = {}, credential, ...run } = given;
  const connected = models.flatMap((model, input) => (model === null ? [] : [{ model, input }]));
  const passed = Object.entries(before);
  const ownModels = Object.entries(subNodes).flatMap(([owner, { models: names = [] }]) =>
    names.map((model, input) => ({ owner, model, input })),
  );
  const credentials: INodeCredentials = Object.fromEntries(
    ['cascadeLlmApi', 'cascadeRedisApi'].map((type) => [type, { id: '1', name: 'Mine' }]),
  );
  const nodes: INode[] = [
    node('Items', 'itemSource', { items: JSON.stringify(items), binary: JSON.stringify(binary) }),
    ...passed.map(([name, each]) => node(name, name, each.parameters ?? {})),
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
      ...(credential ? { credentials } : {}),
    },
    ...connected.map(({ model }) => ({
      ...node(model, 'scriptedChatModel', { model }),
      ...(disabled.includes(model) ? { disabled: true } : {}),
    })),
    ...Object.entries(subNodes).map(([name, each]) => node(name, name, each.parameters ?? {})),
    ...ownModels.map(({ model }) => node(model, 'scriptedChatModel', { model })),
  ];
  const path = ['Items', ...passed.map(([name]) => name), AGENT];
  const connections: IConnections = {
    ...Object.fromEntries(path.slice(1).map((name, index) => [path[index] ?? '', to(name, 'main')])),
    ...Object.fromEntries(connected.map(({ model, input }) => [model, to(AGENT, 'ai_languageModel', input)])),
    ...Object.fromEntries(
      ownModels.map(({ owner, model, input }) => [model, to(owner, 'ai_languageModel', input)]),
    ),
    ...Object.fromEntries(Object.entries(subNodes).map(([name, { output }]) => [name, to(AGENT, output)])),
  };
  const nodeTypes = new Map<string, INodeType>([
    ['itemSource', new ItemSource()],
    ['cascadeAgent', await compiledNode('CascadeAgent')],
    ['scriptedChatModel', scriptedChatModel(script)],
    ...[...passed, ...Object.entries(subNodes)].map(([name, { type }]): [string, INodeType] => [name, type]),
  ]);
  return await runWorkflow({
    ...run,
    nodes,
    connections,
    nodeTypes,
    startNode: 'Items',
    ...(credential ? { credential } : {}),
  });
}

/** The answered items. @throws the error that the workflow ended with */
export async function answersOf(given: CascadeCase): Promise<INodeExecutionData[]> {
  return answersIn(await runCascade(given));
}

/** @throws the error that the workflow ended with */
export function answersIn(run: IRun): INodeExecutionData[] {
  if (run.data.resultData.error) throw run.data.resultData.error;
  return outputsOf(run, AGENT)[0] ?? [];
}

/** The error that the workflow ended with. */
export async function errorOf(given: CascadeCase) {
  const { error } = (await runCascade(given)).data.resultData;
  if (!error) throw new Error('The workflow did not fail');
  return error;
}

/** What the panel shows beside the items of the agent. */
export function hintsOf(run: IRun): NodeExecutionHint[] {
  return run.data.resultData.runData[AGENT]?.at(-1)?.hints ?? [];
}

function to(name: string, type: AINodeConnectionType | 'main', index = 0): IConnections[string] {
  return { [type]: [[{ node: name, type, index }]] };
}

function node(name: string, type: string, parameters: INodeParameters): INode {
  return { id: name, name, type, typeVersion: 1, position: [0, 0], parameters };
}
