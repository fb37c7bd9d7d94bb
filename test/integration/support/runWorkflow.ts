import 'reflect-metadata';
import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import {
  Workflow,
  type IConnections,
  type INode,
  type INodeExecutionData,
  type INodeType,
  type INodeTypes,
  type IRun,
  type StructuredChunk,
  type ICredentialDataDecryptedObject,
  type IHttpRequestOptions,
  type IWorkflowExecuteAdditionalData,
  type IVersionedNodeType,
  type WorkflowExecuteMode,
} from 'n8n-workflow';
import type { SavedWorkflow } from './savedWorkflow';

export interface WorkflowUnderTest {
  nodes: INode[];
  connections: IConnections;
  nodeTypes: ReadonlyMap<string, INodeType>;
  startNode: string;
  /** Resolves when the user presses Stop. */
  stop?: Promise<void>;
  /** The workflow that it is in n8n's database; one of its own when left out. */
  saved?: SavedWorkflow;
  /** `trigger` when left out. */
  mode?: WorkflowExecuteMode;
  /** What every credential of a node holds. */
  credential?: ICredentialDataDecryptedObject;
  /** Signs the requests that are made with it; they go out as they are when left out. */
  sign?: Sign;
  /** Takes what nodes send while they run; nobody listens when left out. */
  chunks?: StructuredChunk[];
}

type Sign = (
  credential: ICredentialDataDecryptedObject,
  request: IHttpRequestOptions,
) => Promise<IHttpRequestOptions>;

let runs = 0;

/** Runs a workflow in n8n's own engine and answers with its run data. */
export async function runWorkflow(given: WorkflowUnderTest): Promise<IRun> {
  const { mode = 'trigger', saved, credential = {}, chunks, sign } = given;
  const id = saved?.id ?? `workflow-${String(++runs)}`;
  const workflow = new Workflow({
    id,
    name: id,
    staticData: saved?.load(),
    nodes: given.nodes,
    connections: given.connections,
    active: false,
    nodeTypes: nodeTypesFrom(given.nodeTypes),
    settings: { executionOrder: 'v1' },
  });
  const startNode = workflow.getNode(given.startNode);
  if (!startNode) throw new Error(`The workflow has no node ${given.startNode}`);
  const execution = new WorkflowExecute(
    additionalDataFor(id, workflow, { mode, credential, chunks, sign }),
    mode,
  ).run({
    workflow,
    startNode,
  });
  void given.stop?.then(() => {
    execution.cancel();
  });
  const run = await execution;
  // As n8n does it at the end of an execution, be it a failed one; runs by hand are not saved.
  if (mode !== 'manual') saved?.save(workflow.staticData);
  return run;
}

/** What each output of a node gave in its last run. */
export function outputsOf(run: IRun, nodeName: string): INodeExecutionData[][] {
  const task = run.data.resultData.runData[nodeName]?.at(-1);
  return (task?.data?.['main'] ?? []).map((items) => items ?? []);
}

function nodeTypesFrom(types: ReadonlyMap<string, INodeType>): INodeTypes {
  const find = (name: string): INodeType => {
    const type = types.get(name);
    if (!type) throw new Error(`Unknown node type ${name}`);
    return type;
  };
  return {
    getByName: (name): INodeType | IVersionedNodeType => find(name),
    getByNameAndVersion: (name) => find(name),
    getKnownTypes: () => ({}),
  };
}

/** n8n parses these addresses even when nothing calls them, so they must be valid. */
const NOWHERE = 'http://127.0.0.1:9/';

function additionalDataFor(
  executionId: string,
  workflow: Workflow,
  {
    mode,
    credential,
    chunks,
    sign = (_, request) => Promise.resolve(request),
  }: Required<Pick<WorkflowUnderTest, 'mode' | 'credential'>> & Pick<WorkflowUnderTest, 'chunks' | 'sign'>,
): IWorkflowExecuteAdditionalData {
  const hooks = new ExecutionLifecycleHooks(mode, executionId, {
    id: workflow.id,
    name: executionId,
    active: false,
    isArchived: false,
    activeVersionId: null,
    createdAt: new Date(),
    updatedAt: new Date(),
    nodes: Object.values(workflow.nodes),
    connections: workflow.connectionsBySourceNode,
  });
  if (chunks) {
    hooks.addHandler('sendChunk', (chunk) => {
      chunks.push(chunk);
    });
  }
  // The engine asks for a part of this interface only; the rest belongs to the server around it.
  return {
    executionId,
    hooks,
    streamingEnabled: chunks !== undefined,
    credentialsHelper: {
      isCredentialUsableByNode: () => true,
      getDecrypted: () => Promise.resolve(credential),
      getParentTypes: () => [],
      preAuthentication: () => Promise.resolve(undefined),
      authenticate: (given: ICredentialDataDecryptedObject, _type: unknown, request: IHttpRequestOptions) =>
        sign(given, request),
    },
    currentNodeParameters: undefined,
    executeWorkflow: () => Promise.reject(new Error('No sub-workflows here')),
    getRunExecutionData: () => Promise.resolve(undefined),
    restApiUrl: NOWHERE,
    instanceBaseUrl: NOWHERE,
    formWaitingBaseUrl: NOWHERE,
    webhookBaseUrl: NOWHERE,
    webhookWaitingBaseUrl: NOWHERE,
    webhookTestBaseUrl: NOWHERE,
    variables: {},
    setExecutionStatus: () => undefined,
    logAiEvent: () => undefined,
  } as unknown as IWorkflowExecuteAdditionalData;
}
