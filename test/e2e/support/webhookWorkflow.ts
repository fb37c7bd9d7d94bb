import { randomUUID } from 'node:crypto';
import type { IConnections, INode, INodeParameters, OnError } from 'n8n-workflow';
import type { N8nApi, WebhookAnswer } from '../../../scripts/n8n/api.mts';

/** A chat-model node of any provider. */
export type ChatModelNode = Pick<INode, 'type' | 'typeVersion' | 'parameters' | 'credentials'>;

export interface CascadeWorkflow {
  /** Connected chat models when left out. */
  source?: 'connected' | 'api';
  /** Cheapest first: a name for a model of OpenAI's, or a node of another provider; null leaves an input empty. */
  models: readonly (string | ChatModelNode | null)[];
  /** Of the type that the source asks for. */
  credentialId: string;
  /** No model is asked twice, unless the options say so. */
  parameters?: INodeParameters & { options?: INodeParameters };
  onError?: OnError;
}

export interface PublishedWorkflow {
  readonly id: string;
  call(body: unknown): Promise<WebhookAnswer>;
}

const AGENT = 'Cascade Agent';

/** Webhook -> Split Out of body.queries -> Cascade Agent -> the items of all its outputs, which the webhook answers. */
export async function publishCascade(api: N8nApi, given: CascadeWorkflow): Promise<PublishedWorkflow> {
  const path = `cascade-${randomUUID()}`;
  const { id } = await api.createWorkflow({
    name: path,
    nodes: [webhook(path), splitOut(), agent(given), merged(), ...chatModels(given)],
    connections: connectionsOf(given),
    settings: { executionOrder: 'v1' },
  });
  await api.publish(id);
  return { id, call: (body) => api.callWebhook(path, body) };
}

function webhook(path: string): INode {
  const parameters = {
    httpMethod: 'POST',
    path,
    responseMode: 'lastNode',
    responseData: 'allEntries',
    options: {},
  };
  return { ...node('Webhook', 'n8n-nodes-base.webhook', 2, 0), webhookId: path, parameters };
}

function splitOut(): INode {
  const parameters = { fieldToSplitOut: 'body.queries', options: { destinationFieldName: 'query' } };
  return { ...node('Queries', 'n8n-nodes-base.splitOut', 1, 1), parameters };
}

function agent({ source, models, credentialId, parameters = {}, onError }: CascadeWorkflow): INode {
  const byName = source === 'api';
  const { options, ...others } = parameters;
  return {
    ...node(AGENT, 'n8n-nodes-cascadeflow.cascadeAgent', 1, 2),
    parameters: {
      promptType: 'define',
      text: '={{ $json.query }}',
      ...(byName
        ? { modelSource: 'api', models: models.filter((model) => typeof model === 'string') }
        : { numberOfModels: models.length }),
      preset: 'balanced',
      options: { retries: 0, ...options },
      ...others,
    },
    ...(byName ? { credentials: { cascadeLlmApi: { id: credentialId, name: 'Test API' } } } : {}),
    ...(onError ? { onError } : {}),
  };
}

/** Where answered and failed items meet, so that the webhook answers with both. */
function merged(): INode {
  return { ...node('All', 'n8n-nodes-base.merge', 3.2, 3), parameters: { mode: 'append', numberInputs: 2 } };
}

function chatModels({ source, models, credentialId }: CascadeWorkflow): INode[] {
  if (source === 'api') return [];
  return models.flatMap((model, input) => {
    if (model === null) return [];
    const chatModel = typeof model === 'string' ? openAiChatModel(model, credentialId) : model;
    return [
      { ...node(`Model ${String(input)}`, chatModel.type, chatModel.typeVersion, input + 1), ...chatModel },
    ];
  });
}

function openAiChatModel(model: string, credentialId: string): ChatModelNode {
  return {
    type: '@n8n/n8n-nodes-langchain.lmChatOpenAi',
    typeVersion: 1.3,
    parameters: { model: { __rl: true, mode: 'id', value: model }, responsesApiEnabled: false, options: {} },
    credentials: { openAiApi: { id: credentialId, name: 'Test models' } },
  };
}

function connectionsOf({ source, models, onError }: CascadeWorkflow): IConnections {
  const toAll = (index: number) => [{ node: 'All', type: 'main' as const, index }];
  const subNodes = models.flatMap((model, index): [string, IConnections[string]][] =>
    source === 'api' || model === null
      ? []
      : [
          [
            `Model ${String(index)}`,
            { ai_languageModel: [[{ node: AGENT, type: 'ai_languageModel', index }]] },
          ],
        ],
  );
  return {
    Webhook: { main: [[{ node: 'Queries', type: 'main', index: 0 }]] },
    Queries: { main: [[{ node: AGENT, type: 'main', index: 0 }]] },
    [AGENT]: { main: onError === 'continueErrorOutput' ? [toAll(0), toAll(1)] : [toAll(0)] },
    ...Object.fromEntries(subNodes),
  };
}

function node(name: string, type: string, typeVersion: number, column: number): INode {
  return { id: name, name, type, typeVersion, position: [column * 220, 0], parameters: {} };
}
