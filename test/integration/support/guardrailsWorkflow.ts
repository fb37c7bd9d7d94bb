import path from 'node:path';
import type {
  IConnections,
  ICredentialDataDecryptedObject,
  IDataObject,
  INode,
  INodeCredentials,
  INodeExecutionData,
  INodeParameters,
  INodeType,
  IRun,
  OnError,
  WorkflowExecuteMode,
} from 'n8n-workflow';
import { outputsOf, runWorkflow } from './runWorkflow';
import type { SavedWorkflow } from './savedWorkflow';
import { NODE } from './tenantWorkflow';
import { ItemSource, scriptedChatModel, type ModelCall, type ModelScript } from './testNodes';

export interface GuardrailsCase {
  items: readonly unknown[];
  parameters?: INodeParameters;
  /** What the connected chat model does; none is connected when left out. */
  script?: ModelScript;
  onError?: OnError;
  mode?: WorkflowExecuteMode;
  /** A workflow of its own when left out. */
  saved?: SavedWorkflow;
  /** The credential that is chosen, if any, and what it holds. */
  credential?: { readonly type: 'cascadeLlmApi' | 'cascadeRedisApi' } & ICredentialDataDecryptedObject;
  /** Resolves when the user presses Stop. */
  stop?: Promise<void>;
}

/** Items -> Guardrails as it is shipped: compiled, with the bundled core. */
export async function runGuardrails(given: GuardrailsCase): Promise<IRun> {
  const { items, parameters = {}, script, onError, credential, ...run } = given;
  const file = path.resolve('dist/nodes/Guardrails/Guardrails.node.js');
  const { Guardrails } = (await import(file)) as { Guardrails: new () => INodeType };
  const credentials: INodeCredentials = credential ? { [credential.type]: { id: '1', name: 'Mine' } } : {};
  const connections: IConnections = {
    Items: { main: [[{ node: NODE, type: 'main', index: 0 }]] },
    Judge: { ai_languageModel: [[{ node: NODE, type: 'ai_languageModel', index: 0 }]] },
  };
  return await runWorkflow({
    ...run,
    ...(credential ? { credential } : {}),
    nodes: [
      node('Items', 'itemSource', { items: JSON.stringify(items) }),
      { ...node(NODE, 'guardrails', parameters), credentials, ...(onError ? { onError } : {}) },
      ...(script ? [node('Judge', 'scriptedChatModel', { model: 'judge' })] : []),
    ],
    connections: script ? connections : { Items: connections['Items'] ?? {} },
    nodeTypes: new Map<string, INodeType>([
      ['itemSource', new ItemSource()],
      ['guardrails', new Guardrails()],
      ['scriptedChatModel', scriptedChatModel(script ?? (() => Promise.reject(new Error('Not connected'))))],
    ]),
    startNode: 'Items',
  });
}

/** What each output gave. @throws the error that the workflow ended with */
export async function outputsOfGuardrails(given: GuardrailsCase): Promise<INodeExecutionData[][]> {
  return succeeded(await runGuardrails(given));
}

export function succeeded(run: IRun): INodeExecutionData[][] {
  if (run.data.resultData.error) throw run.data.resultData.error;
  return outputsOf(run, NODE);
}

/** The error that the workflow ended with. */
export async function errorOfGuardrails(given: GuardrailsCase) {
  const { error } = (await runGuardrails(given)).data.resultData;
  if (!error) throw new Error('The workflow did not fail');
  return error;
}

/** What the node says of an item. */
export function guardrailsOf(item: INodeExecutionData | undefined): IDataObject {
  return item?.json['guardrails'] as IDataObject;
}

/** A judge's answer to a question, under the id that the question asks for. */
export function verdict(call: ModelCall, said: IDataObject): unknown {
  const [, id] = /<text id="([^"]+)"/.exec(String(call.messages[0]?.content)) ?? [];
  return {
    content: JSON.stringify({ id, ...said }),
    response_metadata: { finish_reason: 'stop' },
  };
}

/** The text that a judge is asked about. */
export function judgedText({ messages }: ModelCall): string {
  return /<text id="[^"]+">\n([\s\S]*)\n<\/text id=/.exec(String(messages.at(-1)?.content))?.[1] ?? '';
}

function node(name: string, type: string, parameters: INodeParameters): INode {
  return { id: name, name, type, typeVersion: 1, position: [0, 0], parameters };
}
