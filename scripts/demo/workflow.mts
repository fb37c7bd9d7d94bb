import type { INode } from 'n8n-workflow';
import type { Credential, WorkflowDefinition } from '../n8n/api.mts';
import type { DemoModels } from './models.mts';

export const WEBHOOK_PATH = 'cascade-demo';

/** Webhook -> Cascade Agent, with the two models below it -> Respond to Webhook. */
export function demoWorkflow(
  { drafter, verifier }: DemoModels,
  { id, name }: Credential,
): WorkflowDefinition {
  const credentials = { openAiApi: { id, name } };
  return {
    name: 'Cascade demo',
    nodes: [
      {
        ...node('Webhook', 'n8n-nodes-base.webhook', 2, [0, 0]),
        webhookId: WEBHOOK_PATH,
        parameters: { httpMethod: 'POST', path: WEBHOOK_PATH, responseMode: 'responseNode', options: {} },
      },
      {
        ...node('Cascade Agent', 'n8n-nodes-cascadeflow.cascadeAgent', 1, [260, 0]),
        parameters: {
          promptType: 'define',
          text: '={{ $json.body.query }}',
          numberOfModels: 2,
          preset: 'balanced',
          options: {},
        },
      },
      {
        ...node('Respond to Webhook', 'n8n-nodes-base.respondToWebhook', 1.1, [620, 0]),
        parameters: { respondWith: 'firstIncomingItem', options: {} },
      },
      { ...chatModel('Drafter', drafter, [120, 240]), credentials },
      { ...chatModel('Verifier', verifier, [280, 240]), credentials },
    ],
    connections: {
      Webhook: { main: [[{ node: 'Cascade Agent', type: 'main', index: 0 }]] },
      'Cascade Agent': { main: [[{ node: 'Respond to Webhook', type: 'main', index: 0 }]] },
      Drafter: { ai_languageModel: [[{ node: 'Cascade Agent', type: 'ai_languageModel', index: 0 }]] },
      Verifier: { ai_languageModel: [[{ node: 'Cascade Agent', type: 'ai_languageModel', index: 1 }]] },
    },
    settings: { executionOrder: 'v1' },
  };
}

export function chatModel(name: string, model: string, position: [number, number]): INode {
  return {
    ...node(name, '@n8n/n8n-nodes-langchain.lmChatOpenAi', 1.3, position),
    parameters: { model: { __rl: true, mode: 'id', value: model }, responsesApiEnabled: false, options: {} },
  };
}

export function node(name: string, type: string, typeVersion: number, position: [number, number]): INode {
  return { id: name.toLowerCase().replaceAll(' ', '-'), name, type, typeVersion, position, parameters: {} };
}
