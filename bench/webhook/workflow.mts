import type { IConnections, INode } from 'n8n-workflow';
import type { Credential, WorkflowDefinition } from '../../scripts/n8n/api.mts';
import type { Contestant } from './contestants.mts';

/** Webhook -> the contestant's node with its models -> Respond to Webhook. */
export function workflowOf(contestant: Contestant, credential: Credential): WorkflowDefinition {
  const { name, path, type, typeVersion, parameters, models } = contestant;
  return {
    name: `Bench: ${name}`,
    nodes: [
      {
        ...node('Webhook', 'n8n-nodes-base.webhook', 2),
        webhookId: path,
        parameters: { httpMethod: 'POST', path, responseMode: 'responseNode', options: {} },
      },
      { ...node(name, type, typeVersion), parameters },
      {
        ...node('Respond to Webhook', 'n8n-nodes-base.respondToWebhook', 1.1),
        parameters: { respondWith: 'firstIncomingItem', options: {} },
      },
      ...models.map((model) => chatModel(model, credential)),
    ],
    connections: {
      ...toMain('Webhook', name),
      ...toMain(name, 'Respond to Webhook'),
      ...Object.fromEntries(models.map((model, index) => [model, toModelInput(name, index)])),
    },
  };
}

function toMain(from: string, to: string): IConnections {
  return { [from]: { main: [[{ node: to, type: 'main', index: 0 }]] } };
}

function toModelInput(node: string, index: number): IConnections[string] {
  return { ai_languageModel: [[{ node, type: 'ai_languageModel', index }]] };
}

function chatModel(model: string, { id, name }: Credential): INode {
  return {
    ...node(model, '@n8n/n8n-nodes-langchain.lmChatOpenAi', 1.3),
    parameters: { model: { __rl: true, mode: 'id', value: model }, responsesApiEnabled: false, options: {} },
    credentials: { openAiApi: { id, name } },
  };
}

function node(name: string, type: string, typeVersion: number): INode {
  return { id: name, name, type, typeVersion, position: [0, 0], parameters: {} };
}
