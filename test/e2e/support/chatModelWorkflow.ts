import { randomUUID } from 'node:crypto';
import type { IConnections, INode, INodeCredentials, INodeParameters } from 'n8n-workflow';
import type { N8nApi } from '../../../scripts/n8n/api.mts';

/** A node of n8n's that is given a chat model. */
export interface RootNode {
  readonly type: string;
  readonly typeVersion: number;
  readonly parameters: INodeParameters;
  /** Which of its outputs the webhook answers with, when it has several. */
  readonly outputs?: number;
}

export interface ChatModelWorkflow {
  readonly root: RootNode;
  /** Names of models of OpenAI's, cheapest first, which are connected to the Cascade Chat Model; null leaves an input empty. */
  readonly models: readonly (string | null)[];
  readonly credentialId: string;
  /** Of the Cascade Chat Model. */
  readonly parameters?: INodeParameters;
  /** Has the models asked by name, through this credential of the package's own. */
  readonly apiCredentialId?: string;
  /** Connects n8n's Calculator to the root node. */
  readonly hasCalculator?: boolean;
  readonly streams?: boolean;
}

export interface PublishedChatModel {
  readonly id: string;
  readonly path: string;
}

export const ROOT = 'Root';
export const CASCADE = 'Cascade Chat Model';

/** Webhook -> a root node of n8n's on a Cascade Chat Model -> the items of all its outputs, which the webhook answers. */
export async function publishChatModel(api: N8nApi, given: ChatModelWorkflow): Promise<PublishedChatModel> {
  const path = `chat-model-${randomUUID()}`;
  const { id } = await api.createWorkflow({
    name: path,
    nodes: [
      webhook(path, given),
      root(given),
      ...merged(given),
      cascade(given),
      ...models(given),
      ...tools(given),
    ],
    connections: connectionsOf(given),
  });
  await api.publish(id);
  return { id, path };
}

function webhook(path: string, { streams = false }: ChatModelWorkflow): INode {
  const parameters = {
    httpMethod: 'POST',
    path,
    ...(streams ? { responseMode: 'streaming' } : { responseMode: 'lastNode', responseData: 'allEntries' }),
    options: {},
  };
  return { ...node('Webhook', 'n8n-nodes-base.webhook', 2.1, parameters), webhookId: path };
}

function root({ root: { type, typeVersion, parameters } }: ChatModelWorkflow): INode {
  return node(ROOT, `@n8n/n8n-nodes-langchain.${type}`, typeVersion, parameters);
}

function merged({ root: { outputs = 1 } }: ChatModelWorkflow): INode[] {
  if (outputs === 1) return [];
  return [node('All', 'n8n-nodes-base.merge', 3.2, { mode: 'append', numberInputs: outputs })];
}

function cascade({ models: names, parameters = {}, apiCredentialId }: ChatModelWorkflow): INode {
  const source =
    apiCredentialId === undefined
      ? { numberOfModels: names.length }
      : { modelSource: 'api', models: names.filter((name) => name !== null) };
  const credentials: INodeCredentials =
    apiCredentialId === undefined ? {} : { cascadeLlmApi: { id: apiCredentialId, name: 'Test API' } };
  return {
    ...node(CASCADE, 'n8n-nodes-cascadeflow.cascadeChatModel', 1, {
      ...source,
      preset: 'balanced',
      options: {},
      ...parameters,
    }),
    credentials,
  };
}

function models({ models: names, credentialId, apiCredentialId }: ChatModelWorkflow): INode[] {
  if (apiCredentialId !== undefined) return [];
  return names.flatMap((name, input) => {
    if (name === null) return [];
    const parameters = {
      model: { __rl: true, mode: 'id', value: name },
      responsesApiEnabled: false,
      options: {},
    };
    const credentials = { openAiApi: { id: credentialId, name: 'Test models' } };
    const type = '@n8n/n8n-nodes-langchain.lmChatOpenAi';
    return [{ ...node(modelNode(input), type, 1.3, parameters), credentials }];
  });
}

/** The name of the model node at an input of the cascade. */
export function modelNode(input: number): string {
  return `Model ${String(input)}`;
}

function tools({ hasCalculator = false }: ChatModelWorkflow): INode[] {
  return hasCalculator ? [node('Calculator', '@n8n/n8n-nodes-langchain.toolCalculator', 1, {})] : [];
}

function connectionsOf(given: ChatModelWorkflow): IConnections {
  const { outputs = 1 } = given.root;
  const toAll = Array.from({ length: outputs }, (_, index) => [
    { node: 'All', type: 'main' as const, index },
  ]);
  return {
    Webhook: { main: [[{ node: ROOT, type: 'main', index: 0 }]] },
    ...(outputs === 1 ? {} : { [ROOT]: { main: toAll } }),
    [CASCADE]: { ai_languageModel: [[{ node: ROOT, type: 'ai_languageModel', index: 0 }]] },
    ...Object.fromEntries(
      tools(given).map(({ name }) => [
        name,
        { ai_tool: [[{ node: ROOT, type: 'ai_tool' as const, index: 0 }]] },
      ]),
    ),
    ...Object.fromEntries(
      models(given).map(({ name }) => {
        const index = given.models.findIndex((_, input) => modelNode(input) === name);
        return [name, { ai_languageModel: [[{ node: CASCADE, type: 'ai_languageModel' as const, index }]] }];
      }),
    ),
  };
}

function node(name: string, type: string, typeVersion: number, parameters: INodeParameters): INode {
  return { id: name, name, type, typeVersion, position: [0, 0], parameters };
}
