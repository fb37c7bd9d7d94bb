import { describe, expect, it } from '@jest/globals';
import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { apiModels } from '../../../../nodes/shared/apiModels/apiModels';
import { nodeNamed } from '../../../support/nodeContext';

type Secrets = Record<string, unknown>;
type Sent = IHttpRequestOptions & { signedWith?: unknown };

const messages = [{ role: 'user', content: 'Hi' }] as const;
const completion = { choices: [{ message: { content: 'Hello.' }, finish_reason: 'stop' }] };

/** n8n with one credential an item. Its helper asks whom it is called on for credential and signal, as n8n's does. */
function contextWith(credentials: readonly Secrets[], chosen = true) {
  const sent: Sent[] = [];
  const helper = async function (this: IExecuteFunctions, name: string, options: IHttpRequestOptions) {
    const signal = this.getExecutionCancelSignal();
    const signedWith = await this.getCredentials(name);
    sent.push({ ...options, signedWith, ...(signal ? { abortSignal: signal } : {}) });
    return { statusCode: 200, headers: {}, body: completion };
  };
  const node = nodeNamed('Cascade Agent');
  const context = {
    getNode: () => (chosen ? { ...node, credentials: { cascadeLlmApi: { id: '1', name: 'An API' } } } : node),
    getCredentials: (_name: string, itemIndex = 0) => Promise.resolve(credentials[itemIndex]),
    getExecutionCancelSignal: () => undefined,
    helpers: { httpRequestWithAuthentication: helper },
  };
  return { context: context as unknown as IExecuteFunctions, sent };
}

const named = (itemIndex = 0) => ({ itemIndex, names: ['small', 'large'], prices: new Map() });

async function urlAt(baseUrl: string, apiType = 'openAiCompatible'): Promise<string | undefined> {
  const { context, sent } = contextWith([{ apiType, baseUrl }]);
  const [model] = await apiModels(context, named());
  await model?.chat.complete({ messages }).catch(() => undefined);
  return sent[0]?.url;
}

describe('the address', () => {
  it.each([
    ['', 'openAiCompatible', 'https://api.openai.com/v1/chat/completions'],
    ['  ', 'openAiCompatible', 'https://api.openai.com/v1/chat/completions'],
    ['', 'anthropic', 'https://api.anthropic.com/v1/messages'],
    ['http://localhost:11434/v1', 'openAiCompatible', 'http://localhost:11434/v1/chat/completions'],
    ['http://localhost:11434/v1//', 'openAiCompatible', 'http://localhost:11434/v1/chat/completions'],
    ['https://api.deepseek.com', 'openAiCompatible', 'https://api.deepseek.com/chat/completions'],
    [
      'https://a.example/v1?api-version=2',
      'openAiCompatible',
      'https://a.example/v1/chat/completions?api-version=2',
    ],
  ])('for the base URL "%s" of %s is %s', async (baseUrl, apiType, url) => {
    expect(await urlAt(baseUrl, apiType)).toBe(url);
  });

  it.each(['localhost:11434/v1', 'ftp://a.example', 'api.openai.com', 'https://'])(
    'cannot be %s',
    async (baseUrl) => {
      await expect(urlAt(baseUrl)).rejects.toMatchObject({
        name: 'NodeOperationError',
        message: 'The Base URL of the Cascade LLM API credential is not an address',
      });
    },
  );
});

it('says so when no credential is chosen', async () => {
  const { context } = contextWith([], false);
  await expect(apiModels(context, named())).rejects.toMatchObject({
    message: 'No Cascade LLM API credential is chosen',
    context: { itemIndex: 0 },
  });
});

it("signs an item's requests with that item's credential, and ends them with the signal of the request", async () => {
  const credentials = [{ apiKey: 'one' }, { apiKey: 'two', baseUrl: 'http://two.example' }];
  const { context, sent } = contextWith(credentials);
  const [model] = await apiModels(context, named(1));
  const { signal } = new AbortController();
  expect(await model?.chat.complete({ messages, signal })).toMatchObject({ text: 'Hello.' });
  expect(sent).toMatchObject([
    {
      url: 'http://two.example/chat/completions',
      signedWith: credentials[1],
      abortSignal: signal,
      disableFollowRedirect: true,
    },
  ]);
});

it("names the models as the provider does, with the user's prices", async () => {
  const { context } = contextWith([{ apiType: 'anthropic' }]);
  const price = { inputPerMillion: 1, outputPerMillion: 2 };
  expect(await apiModels(context, { ...named(), prices: new Map([['large', price]]) })).toMatchObject([
    { name: 'small', chat: { id: 'anthropic/small' } },
    { name: 'large', chat: { id: 'anthropic/large' }, price },
  ]);
});

it.each([
  ['openAiCompatible', 50_000],
  ['anthropic', 100_000],
])('knows the jobs that the API takes: %s', async (apiType, requests) => {
  const { context } = contextWith([{ apiType }]);
  const [model] = await apiModels(context, named());
  expect(model?.jobs?.limits).toMatchObject({ requests });
});
