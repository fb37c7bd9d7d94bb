import { randomUUID } from 'node:crypto';
import type { IConnections, INode, INodeCredentials, INodeParameters, OnError } from 'n8n-workflow';
import { z } from 'zod/v3';
import type { N8nApi } from '../../../../scripts/n8n/api.mts';
import { post } from '../../../../scripts/support/post.mts';
import { n8nUrl } from '../sharedN8n';

export interface GuardCase {
  readonly parameters: INodeParameters;
  /** `continueErrorOutput` when left out. */
  readonly onError?: OnError;
  readonly credentials?: INodeCredentials;
  /** The ID of an OpenAI credential: its model is connected. */
  readonly modelCredential?: string;
}

/** An item as it left the node, and by which of its outputs: 2 is that of errors of a check, 1 that of the others. */
const itemsSchema = z.array(z.object({ leftBy: z.number() }).passthrough());

export type LeftItem = z.output<typeof itemsSchema>[number];

export interface PublishedGuard {
  readonly id: string;
  /** Sends items through the node. Answers with those that left it, in the order of the outputs. */
  readonly guard: (items: readonly unknown[]) => Promise<readonly LeftItem[]>;
}

/** By which outputs items left. */
export const outputsOf = (items: readonly LeftItem[]) => items.map(({ leftBy }) => leftBy);

export const errorsOf = (items: readonly LeftItem[]) => items.map(({ error }) => error);

const NODE = 'Guardrails';
const OUTPUTS = [0, 1, 2];

/** Webhook -> Split Out of body.items -> Guardrails -> the items of all its outputs, which the webhook answers. */
export async function publishGuard(api: N8nApi, given: GuardCase): Promise<PublishedGuard> {
  const path = `guard-${randomUUID()}`;
  const { id } = await api.createWorkflow({
    name: path,
    nodes: [
      webhook(path),
      node('Items', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'body.items', options: {} }),
      guardrails(given),
      ...OUTPUTS.map(mark),
      node('All', 'n8n-nodes-base.merge', 3.2, { mode: 'append', numberInputs: OUTPUTS.length }),
      ...chatModel(given),
    ],
    connections: connections(given),
  });
  await api.publish(id);
  return {
    id,
    guard: async (items) => {
      const { status, body } = await post(`${n8nUrl()}/webhook/${path}`, { items });
      if (status !== 200) throw new Error(`The workflow failed: ${JSON.stringify(body).slice(0, 300)}`);
      return itemsSchema.parse(body);
    },
  };
}

function webhook(path: string): INode {
  const parameters = {
    httpMethod: 'POST',
    path,
    responseMode: 'lastNode',
    responseData: 'allEntries',
    options: {},
  };
  return { ...node('Webhook', 'n8n-nodes-base.webhook', 2.1, parameters), webhookId: path };
}

function guardrails({ parameters, credentials, onError = 'continueErrorOutput' }: GuardCase): INode {
  return {
    ...node(NODE, 'n8n-nodes-cascadeflow.guardrails', 1, { options: {}, ...parameters }),
    ...(credentials ? { credentials } : {}),
    onError,
  };
}

function mark(output: number): INode {
  const assignment = { id: 'leftBy', name: 'leftBy', value: output, type: 'number' };
  return node(`Output ${String(output)}`, 'n8n-nodes-base.set', 3.5, {
    includeOtherFields: true,
    assignments: { assignments: [assignment] },
    options: {},
  });
}

function chatModel({ modelCredential }: GuardCase): INode[] {
  if (modelCredential === undefined) return [];
  const parameters = {
    model: { __rl: true, mode: 'id', value: 'gpt-4o-mini' },
    responsesApiEnabled: false,
    options: {},
  };
  const credentials = { openAiApi: { id: modelCredential, name: 'OpenAI account' } };
  return [{ ...node('Judge', '@n8n/n8n-nodes-langchain.lmChatOpenAi', 1.3, parameters), credentials }];
}

function connections({ modelCredential }: GuardCase): IConnections {
  return {
    Webhook: { main: [to('Items')] },
    Items: { main: [to(NODE)] },
    [NODE]: { main: OUTPUTS.map((output) => to(`Output ${String(output)}`)) },
    ...Object.fromEntries(
      OUTPUTS.map((output) => [`Output ${String(output)}`, { main: [to('All', output)] }]),
    ),
    ...(modelCredential === undefined
      ? {}
      : { Judge: { ai_languageModel: [[{ node: NODE, type: 'ai_languageModel' as const, index: 0 }]] } }),
  };
}

function to(name: string, index = 0) {
  return [{ node: name, type: 'main' as const, index }];
}

/** Nobody looks at it. */
function node(name: string, type: string, typeVersion: number, parameters: INodeParameters): INode {
  return { id: name, name, type, typeVersion, position: [0, 0], parameters };
}
