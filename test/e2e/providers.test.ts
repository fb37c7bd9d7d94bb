import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';
import type { N8nApi } from '../../scripts/n8n/api.mts';
import type { LocalServer } from '../../scripts/support/localServer.mts';
import { providersServer } from '../support/providersServer';
import { sharedN8n } from './support/sharedN8n';
import { publishCascade, type ChatModelNode } from './support/webhookWorkflow';

jest.setTimeout(120_000);

const SHORT = 'What is the capital of France?';
const LONG = 'Write an essay about France.';
const AN_ESSAY = 'France is a country in western Europe whose capital';

let api: N8nApi;
let server: LocalServer;

beforeAll(async () => {
  server = providersServer((request) => {
    const status = /Refuse with (\d+)/.exec(request)?.[1];
    if (status !== undefined) return { status: Number(status) };
    return request.includes(LONG) ? { text: AN_ESSAY, isCutOff: true } : { text: 'Paris.', isCutOff: false };
  });
  await server.listen();
  api = sharedN8n();
});

afterAll(() => server.stop());

interface Provider {
  /** Of n8n's chat-model node. */
  readonly type: string;
  readonly typeVersion: number;
  readonly parameters: INodeParameters;
  readonly credential: { readonly type: string; data(origin: string): Record<string, string> };
  /** As the result calls it. */
  readonly model: string;
  /** US dollars for 1000 input and 100 output tokens; null when nobody sells the model. */
  readonly costUsd: number | null;
}

const locator = (value: string) => ({ __rl: true, mode: 'id', value });

const providers: readonly Provider[] = [
  {
    type: 'lmChatOpenAi',
    typeVersion: 1.3,
    // As the node is when dragged in: it asks the Responses API.
    parameters: { model: locator('gpt-4o-mini'), options: {} },
    credential: { type: 'openAiApi', data: (origin) => ({ apiKey: 'k', url: `${origin}/v1` }) },
    model: 'gpt-4o-mini',
    costUsd: 0.00021,
  },
  {
    type: 'lmChatAnthropic',
    typeVersion: 1.3,
    parameters: { model: locator('claude-haiku-4-5-20251001'), options: {} },
    credential: { type: 'anthropicApi', data: (origin) => ({ apiKey: 'k', url: origin }) },
    model: 'claude-haiku-4-5-20251001',
    costUsd: 0.0015,
  },
  {
    type: 'lmChatGoogleGemini',
    typeVersion: 1,
    parameters: { modelName: 'models/gemini-2.5-flash', options: {} },
    credential: { type: 'googlePalmApi', data: (origin) => ({ apiKey: 'k', host: origin }) },
    model: 'gemini-2.5-flash',
    costUsd: 0.00055,
  },
  {
    type: 'lmChatOllama',
    typeVersion: 1,
    parameters: { model: 'deepseek-r1', options: {} },
    credential: { type: 'ollamaApi', data: (origin) => ({ baseUrl: origin }) },
    model: 'deepseek-r1',
    costUsd: null,
  },
  {
    type: 'lmChatOpenRouter',
    typeVersion: 1,
    parameters: { model: 'openai/gpt-4o-mini', options: {} },
    credential: { type: 'openRouterApi', data: (origin) => ({ apiKey: 'k', url: `${origin}/v1` }) },
    model: 'openai/gpt-4o-mini',
    costUsd: 0.00021,
  },
];

async function chatModel({ type, typeVersion, parameters, credential }: Provider): Promise<ChatModelNode> {
  const saved = await api.createCredential({
    name: `Test ${type}`,
    type: credential.type,
    data: credential.data(server.origin),
  });
  return {
    type: `@n8n/n8n-nodes-langchain.${type}`,
    typeVersion,
    parameters,
    credentials: { [credential.type]: { id: saved.id, name: saved.name } },
  };
}

describe.each(providers)("Cascade Agent on n8n's $type", (provider) => {
  it('knows model, tokens, cost and the end of the answer', async () => {
    const node = await chatModel(provider);
    const workflow = await publishCascade(api, { models: [node, node], credentialId: '' });
    const { status, body } = await workflow.call({ queries: [SHORT, LONG] });
    expect(status).toBe(200);
    expect(body).toMatchObject([
      {
        output: 'Paris.',
        cascade: {
          modelUsed: provider.model,
          escalated: false,
          costUsd: provider.costUsd,
          attempts: [{ inputTokens: 1000, outputTokens: 100, tokensEstimated: false }],
        },
      },
      {
        output: AN_ESSAY,
        cascade: { escalated: true, reason: 'escalated: the draft was cut off at its length limit' },
      },
    ]);
  });

  it.each([401, 429, 500])('reads a refusal with status %i', async (status) => {
    const node = await chatModel(provider);
    const given = { models: [node, node], credentialId: '', onError: 'continueErrorOutput' } as const;
    const workflow = await publishCascade(api, given);
    const { body } = await workflow.call({ queries: [`Refuse with ${String(status)}`] });
    expect(body).toMatchObject([
      {
        error: 'No model of the cascade gave an answer',
        details: { attempts: [{ error: expect.stringMatching(`^status ${String(status)}: `) }, {}] },
      },
    ]);
  });
});
