import { randomUUID } from 'node:crypto';
import type { IConnections, INode, INodeCredentials, INodeParameters } from 'n8n-workflow';
import type { Credential, N8nApi } from '../../../../scripts/n8n/api.mts';
import { n8nUrl } from '../sharedN8n';

export interface AgentWorkflow {
  /** Names of models of OpenAI's, cheapest first. */
  readonly models: readonly string[];
  readonly credential: Credential;
  /** Of the Cascade Agent. No model is asked twice, unless the options say so. */
  readonly parameters?: INodeParameters & { readonly options?: INodeParameters };
  readonly redis?: Credential;
  readonly streams?: boolean;
  /** Whether the body has `texts`, each of which becomes an item. */
  readonly hasManyItems?: boolean;
}

export interface PublishedAgent {
  readonly id: string;
  readonly url: string;
}

const AGENT = 'Cascade Agent';
const TRIGGER = 'Webhook';

/**
 * Webhook (-> Split Out) -> Cascade Agent, which answers the `text` of the body.
 *
 * @param n8n where it is, if not the one that all tests share
 */
export async function publishAgent(
  api: N8nApi,
  given: AgentWorkflow,
  n8n = n8nUrl(),
): Promise<PublishedAgent> {
  const path = `agent-${randomUUID()}`;
  const models = given.models.map((model, input) => chatModel(model, input, given.credential));
  const toAgent = Object.fromEntries(
    models.map(({ name }, index): [string, IConnections[string]] => [
      name,
      { ai_languageModel: [[{ node: AGENT, type: 'ai_languageModel', index }]] },
    ]),
  );
  const { id } = await api.createWorkflow({
    name: path,
    nodes: [webhook(path, given), ...splitOut(given), agent(given), ...models],
    connections: { ...chain(TRIGGER, ...splitOut(given).map(({ name }) => name), AGENT), ...toAgent },
  });
  await api.publish(id);
  return { id, url: `${n8n}/webhook/${path}` };
}

function webhook(path: string, { streams = false }: AgentWorkflow): INode {
  const answers = streams
    ? { responseMode: 'streaming' }
    : { responseMode: 'lastNode', responseData: 'allEntries' };
  const parameters = { httpMethod: 'POST', path, ...answers, options: {} };
  return { ...node(TRIGGER, 'n8n-nodes-base.webhook', 2.1, parameters), webhookId: path };
}

function splitOut({ hasManyItems = false }: AgentWorkflow): INode[] {
  const parameters = { fieldToSplitOut: 'body.texts', options: { destinationFieldName: 'text' } };
  return hasManyItems ? [node('Texts', 'n8n-nodes-base.splitOut', 1, parameters)] : [];
}

function agent({ models, parameters = {}, redis }: AgentWorkflow): INode {
  const { options, ...others } = parameters;
  const credentials: INodeCredentials = redis ? { cascadeRedisApi: { id: redis.id, name: redis.name } } : {};
  const all = {
    promptType: 'define',
    text: '={{ $json.body?.text ?? $json.text }}',
    numberOfModels: models.length,
    preset: 'balanced',
    ...(redis ? { storage: 'redis' } : {}),
    options: { retries: 0, ...options },
    ...others,
  };
  return { ...node(AGENT, 'n8n-nodes-cascadeflow.cascadeAgent', 1, all), credentials };
}

function chatModel(model: string, input: number, { id, name }: Credential): INode {
  const parameters = {
    model: { __rl: true, mode: 'id', value: model },
    responsesApiEnabled: false,
    options: {},
  };
  const type = '@n8n/n8n-nodes-langchain.lmChatOpenAi';
  return {
    ...node(`Model ${String(input)}`, type, 1.3, parameters),
    credentials: { openAiApi: { id, name } },
  };
}

function chain(...names: readonly string[]): IConnections {
  return Object.fromEntries(
    names
      .slice(1)
      .map((name, index) => [names[index] ?? '', { main: [[{ node: name, type: 'main', index: 0 }]] }]),
  );
}

function node(name: string, type: string, typeVersion: number, parameters: INodeParameters): INode {
  return { id: name, name, type, typeVersion, position: [0, 0], parameters };
}
