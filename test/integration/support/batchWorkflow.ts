import type {
  AINodeConnectionType,
  IBinaryKeyData,
  IConnections,
  IDataObject,
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
import type { SubNode } from './cascadeWorkflow';
import { outputsOf, runWorkflow, type WorkflowUnderTest } from './runWorkflow';
import { ItemSource, scriptedChatModel, type ModelScript } from './testNodes';

export interface BatchCase extends Pick<
  WorkflowUnderTest,
  'chunks' | 'credential' | 'mode' | 'saved' | 'sign' | 'stop'
> {
  readonly items: readonly unknown[];
  /** Of connected models; those of an API need none. */
  readonly script?: ModelScript;
  /** Model names by input; null leaves an input empty. */
  readonly models?: readonly (string | null)[];
  readonly parameters?: INodeParameters;
  readonly onError?: OnError;
  /** Of every item. */
  readonly binary?: IBinaryKeyData;
  /** By their names. */
  readonly subNodes?: Readonly<Record<string, SubNode>>;
  /** Which kinds of credentials are chosen; all when left out. */
  readonly credentials?: readonly string[];
}

export const BATCH = 'Batch Cascade';

/** Items -> Batch Cascade with one scripted chat model at each input. */
export async function runBatchNode(given: BatchCase): Promise<IRun> {
  const { items, script = unasked, models = ['small', 'large'], parameters = {}, onError } = given;
  const { binary = {}, subNodes = {}, credential, credentials, ...run } = given;
  const connected = models.flatMap((model, input) => (model === null ? [] : [{ model, input }]));
  const nodes: INode[] = [
    node('Items', 'itemSource', { items: JSON.stringify(items), binary: JSON.stringify(binary) }),
    {
      ...node(BATCH, 'batchCascade', {
        operation: 'run',
        text: '={{ $json.query }}',
        numberOfModels: models.length,
        preset: 'balanced',
        options: {},
        ...parameters,
      }),
      ...(onError ? { onError } : {}),
      ...(credential ? { credentials: chosen(credentials) } : {}),
    },
    ...connected.map(({ model }) => node(model, 'scriptedChatModel', { model })),
    ...Object.entries(subNodes).map(([name, each]) => node(name, name, each.parameters ?? {})),
  ];
  const connections: IConnections = {
    Items: to('main'),
    ...Object.fromEntries(connected.map(({ model, input }) => [model, to('ai_languageModel', input)])),
    ...Object.fromEntries(Object.entries(subNodes).map(([name, { output }]) => [name, to(output)])),
  };
  const nodeTypes = new Map<string, INodeType>([
    ['itemSource', new ItemSource()],
    ['batchCascade', await compiledNode('BatchCascade')],
    ['scriptedChatModel', scriptedChatModel(script)],
    ...Object.entries(subNodes).map(([name, { type }]): [string, INodeType] => [name, type]),
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

/** What left by each output of the node. */
export interface Left {
  readonly run: IRun;
  readonly results: readonly INodeExecutionData[];
  readonly failed: readonly INodeExecutionData[];
  /** The one item of Summary. */
  readonly summary: IDataObject;
  /** In the order of the incoming items, whichever output they left by: output or error. */
  readonly said: readonly unknown[];
}

/** @throws the error that the workflow ended with */
export async function leftBy(given: BatchCase): Promise<Left> {
  const run = await runBatchNode(given);
  if (run.data.resultData.error) throw run.data.resultData.error;
  const [results = [], failed = [], [summary] = []] = outputsOf(run, BATCH);
  const said = [...results, ...failed]
    .toSorted((a, b) => placeOf(a) - placeOf(b))
    .map(({ json }) => json['output'] ?? json['error']);
  return { run, results, failed, summary: (summary?.json['batch'] ?? {}) as IDataObject, said };
}

/** The error that the workflow ended with. */
export async function errorOf(given: BatchCase) {
  const { error } = (await runBatchNode(given)).data.resultData;
  if (!error) throw new Error('The workflow did not fail');
  return error;
}

/** What the panel shows beside the items of the node. */
function hintsOf(run: IRun): NodeExecutionHint[] {
  return run.data.resultData.runData[BATCH]?.at(-1)?.hints ?? [];
}

export const messagesOf = (run: IRun) => hintsOf(run).map(({ message }) => message);

/** What the node says of the query of an item: place, status, cost. */
export function batchOf({ json }: INodeExecutionData): IDataObject {
  return json['batch'] as IDataObject;
}

function placeOf(item: INodeExecutionData): number {
  return Number(batchOf(item)['index']);
}

const unasked: ModelScript = ({ model }) => Promise.reject(new Error(`${model} was asked`));

function chosen(types: readonly string[] = ['cascadeLlmApi', 'cascadeRedisApi']): INodeCredentials {
  return Object.fromEntries(types.map((type) => [type, { id: '1', name: 'Mine' }]));
}

function to(type: AINodeConnectionType | 'main', index = 0): IConnections[string] {
  return { [type]: [[{ node: BATCH, type, index }]] };
}

function node(name: string, type: string, parameters: INodeParameters): INode {
  return { id: name, name, type, typeVersion: 1, position: [0, 0], parameters };
}
