import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ChatRequest, ChatStreamPart } from '../../core';
import { ConnectedModel } from '../../nodes/shared/connectedModels/connectedModel';
import { installationFolder } from '../../scripts/n8n/installation.mts';
import { ModelServer } from '../../scripts/modelServer/server.mts';
import type { LocalServer } from '../../scripts/support/localServer.mts';
import { collected } from '../support/collected';
import { providersServer } from '../support/providersServer';

type ModelClass = new (fields: object) => object;

/** A class of the LangChain that n8n brings along. */
function classOf(library: string, name: string): ModelClass {
  const load = createRequire(
    join(installationFolder(), 'node_modules', '@n8n', 'n8n-nodes-langchain', 'package.json'),
  );
  return (load(library) as Record<string, ModelClass>)[name] ?? Object;
}

const shared = { apiKey: 'k', maxRetries: 0 };

const models: readonly (readonly [provider: string, model: (origin: string) => object])[] = [
  [
    "OpenAI's chat completions",
    (origin) =>
      new (classOf('@langchain/openai', 'ChatOpenAI'))({
        ...shared,
        model: 'gpt-4o-mini',
        configuration: { baseURL: `${origin}/v1` },
      }),
  ],
  [
    "OpenAI's Responses API",
    (origin) =>
      new (classOf('@langchain/openai', 'ChatOpenAI'))({
        ...shared,
        model: 'gpt-4o-mini',
        useResponsesApi: true,
        configuration: { baseURL: `${origin}/v1` },
      }),
  ],
  [
    'Anthropic',
    (origin) =>
      new (classOf('@langchain/anthropic', 'ChatAnthropic'))({
        ...shared,
        model: 'claude-haiku-4-5',
        anthropicApiUrl: origin,
      }),
  ],
  [
    'Gemini',
    (origin) =>
      new (classOf('@langchain/google-genai', 'ChatGoogleGenerativeAI'))({
        ...shared,
        model: 'gemini-2.5-flash',
        baseUrl: origin,
      }),
  ],
  [
    'Ollama',
    (origin) =>
      new (classOf('@langchain/ollama', 'ChatOllama'))({ ...shared, model: 'llama3.2', baseUrl: origin }),
  ],
];

const TEXT = 'The capital of France is Paris.';
const tool = {
  name: 'weather',
  description: 'Tells the weather',
  parameters: { type: 'object', properties: { city: { type: 'string' } } },
};

let server: LocalServer;
let asked: string[];

beforeAll(async () => {
  server = providersServer((request) => {
    asked.push(request);
    const status = /Refuse with (\d+)/.exec(request)?.[1];
    if (status !== undefined) return { status: Number(status) };
    return {
      text: TEXT,
      isCutOff: request.includes('An essay'),
      ...(request.includes('Call') ? { toolCall: { name: 'weather', arguments: { city: 'Paris' } } } : {}),
      ...(request.includes('Break off') ? { breaks: 'end' } : {}),
    };
  });
  await server.listen();
});
afterAll(() => server.stop());
beforeEach(() => {
  asked = [];
});

const said = (text: string): ChatRequest => ({ messages: [{ role: 'user', content: text }] });

function textsOf(parts: readonly ChatStreamPart[]): string[] {
  return parts.flatMap((part) => (part.type === 'text' ? [part.text] : []));
}

describe.each(models)('a stream of %s', (provider, modelAt) => {
  const chat = () => new ConnectedModel(modelAt(server.origin), 'test');
  const ask = (request: ChatRequest) => collected(chat().stream(request));

  it('comes in pieces, and ends with the whole answer', async () => {
    const parts = await ask(said('Hi'));
    expect(textsOf(parts).length).toBeGreaterThan(3);
    expect(textsOf(parts).join('')).toBe(TEXT);
    const { usage, ...rest } = provider === 'Anthropic' ? anthropicsCount : count;
    expect(parts.at(-1)).toEqual({ type: 'end', reply: { text: TEXT, ...rest, usage } });
  });

  it('says that the answer was cut off', async () => {
    expect((await ask(said('An essay'))).at(-1)).toMatchObject({ reply: { finishReason: 'length' } });
  });

  it('brings the calls of tools', async () => {
    expect((await ask({ ...said('Call'), tools: [tool] })).at(-1)).toMatchObject({
      reply: { toolCalls: [{ id: expect.any(String), name: 'weather', arguments: '{"city":"Paris"}' }] },
    });
  });

  it('takes images', async () => {
    const url = 'data:image/png;base64,iVBORw0KGgo=';
    const content = [{ type: 'text', text: 'Look' } as const, { type: 'image', url } as const];
    await ask({ messages: [{ role: 'user', content }] });
    expect(asked.join()).toContain('iVBORw0KGgo=');
  });

  it.each([
    [401, 'authentication'],
    [429, 'rate_limit'],
    [500, 'server'],
  ])('refused with %i is a failure', async (status, fault) => {
    await expect(ask(said(`Refuse with ${String(status)}`))).rejects.toMatchObject({ fault, status });
  });

  it('that breaks off is not taken for an answer', async () => {
    const outcome = await ask(said('Break off')).then(
      (parts) => parts.at(-1),
      (error: unknown) => error,
    );
    // LangChain does not tell the end of a response that was cut off from that of one that broke.
    expect(outcome).toMatchObject(
      provider === "OpenAI's Responses API" ? { reply: { finishReason: 'length' } } : { fault: 'network' },
    );
  });
});

const count = {
  toolCalls: [],
  finishReason: 'stop',
  usage: { inputTokens: 1000, outputTokens: 100 },
};

/** LangChain adds the token that Anthropic counts at the start to all those that it counts at the end. */
const anthropicsCount = { ...count, usage: { inputTokens: 1000, outputTokens: 101 } };

describe("log-probabilities of n8n's OpenAI model", () => {
  it.each(['complete', 'stream'])('are given when they are asked for, and only then (%s)', async (how) => {
    const logprobs = [{ token: 'Paris.', logprob: -0.25 }];
    const openAi = await ModelServer.start(() => ({ kind: 'reply', text: 'Paris.', logprobs }));
    const configuration = { baseURL: openAi.url };
    const model = new (classOf('@langchain/openai', 'ChatOpenAI'))({ ...shared, model: 'm', configuration });
    const chat = new ConnectedModel(model, 'test');
    const ask = async (request: ChatRequest) =>
      how === 'complete' ? await chat.complete(request) : (await collected(chat.stream(request))).at(-1);
    expect(JSON.stringify(await ask({ ...said('Hi'), logprobs: true, tools: [tool] }))).toContain('[-0.25]');
    expect(JSON.stringify(await ask(said('Hi')))).not.toContain('logprobs');
    expect(openAi.requests.map(({ body }) => body.logprobs)).toEqual([true, undefined]);
    await openAi.stop();
  });
});
