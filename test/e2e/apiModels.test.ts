import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { N8nApi } from '../../scripts/n8n/api.mts';
import { ModelServer } from '../../scripts/modelServer/server.mts';
import { behaviourByModelName } from '../support/behaviourByModelName';
import { message, MessagesServer, refusal, type Answer } from '../support/messagesServer';
import { sharedN8n } from './support/sharedN8n';
import { publishCascade, type CascadeWorkflow, type PublishedWorkflow } from './support/webhookWorkflow';

jest.setTimeout(120_000);

const QUESTION = 'What is the capital of France?';
const KEY = 'sk-a-key-that-nobody-may-see';
const REFUSED = "I'm sorry, but I can't help with that.";

let api: N8nApi;
let openAi: ModelServer;
let anthropic: MessagesServer;

beforeAll(async () => {
  openAi = await ModelServer.start(behaviourByModelName);
  anthropic = await MessagesServer.start(({ body }) => answerOf(String(body['model'])));
  api = sharedN8n();
});

beforeEach(() => {
  openAi.forgetRequests();
  anthropic.forgetRequests();
});

afterAll(() => Promise.all([openAi.stop(), anthropic.stop()]));

/** The model's name says what it does. */
const answers = new Map<string, Answer>([
  ['claude-good', message('Paris.')],
  ['claude-strong', message('Paris, on the Seine.')],
  ['claude-refusing', message(REFUSED)],
  [
    'claude-cached',
    message('Paris.', { usage: { input_tokens: 10, output_tokens: 100, cache_read_input_tokens: 990 } }),
  ],
  ['claude-cut-off', message('The capital of France is', { stop_reason: 'max_tokens' })],
  ['claude-unauthorized', refusal(401, 'invalid x-api-key')],
  ['claude-limited', refusal(429, 'This request would exceed your rate limit', { 'retry-after': '7' })],
  ['claude-broken', refusal(500, 'Internal server error')],
  ['claude-overloaded', refusal(529, 'Overloaded')],
  ['claude-garbling', { kind: 'malformed' }],
  ['claude-hanging', { kind: 'hang' }],
  ['claude-moved', { kind: 'json', status: 307, body: {}, headers: { location: '/v1/messages?moved' } }],
]);

function answerOf(model: string): Answer {
  return answers.get(model) ?? refusal(404, `model: ${model}`);
}

type Credential = Record<string, unknown>;
type Given = Partial<Omit<CascadeWorkflow, 'credentialId'>> & { models: string[] };

const atOpenAi = (): Credential => ({ apiType: 'openAiCompatible', baseUrl: openAi.url, apiKey: KEY });
const atAnthropic = (): Credential => ({ apiType: 'anthropic', baseUrl: anthropic.url, apiKey: KEY });

async function publish(data: Credential, given: Given): Promise<PublishedWorkflow> {
  const { id } = await api.createCredential({ name: 'Test API', type: 'cascadeLlmApi', data });
  return await publishCascade(api, { source: 'api', credentialId: id, ...given });
}

async function answerTo(data: Credential, given: Given): Promise<unknown> {
  const workflow = await publish(data, given);
  const { status, body } = await workflow.call({ queries: [QUESTION] });
  expect(status).toBe(200);
  return body;
}

const prices = {
  options: {
    modelPrices: {
      prices: [
        { model: 'good', inputPerMillion: 0.15, outputPerMillion: 0.6 },
        { model: 'strong', inputPerMillion: 2.5, outputPerMillion: 10 },
        { model: 'claude-good', inputPerMillion: 1, outputPerMillion: 5 },
        { model: 'claude-strong', inputPerMillion: 3, outputPerMillion: 15 },
      ],
    },
  },
};

describe('models by name at an OpenAI-compatible API', () => {
  it('accepts a good draft, and counts cost and savings from the reported tokens', async () => {
    const body = await answerTo(atOpenAi(), { models: ['good', ' strong '], parameters: prices });
    expect(body).toMatchObject([
      {
        output: 'Paris.',
        cascade: {
          modelUsed: 'good',
          escalated: false,
          costUsd: 0.00021,
          baselineCostUsd: 0.0035,
          savedPercent: 94,
          attempts: [{ model: 'good', inputTokens: 1000, outputTokens: 100, tokensEstimated: false }],
        },
      },
    ]);
    expect(openAi.requests.map((request) => request.body.model)).toEqual(['good']);
  });

  it('escalates a refused draft', async () => {
    const body = await answerTo(atOpenAi(), { models: ['refusing', 'strong'] });
    expect(body).toMatchObject([
      {
        output: 'Paris, on the Seine.',
        cascade: {
          modelUsed: 'strong',
          escalated: true,
          reason: 'escalated: the draft refuses to answer',
          costUsd: null,
        },
      },
    ]);
  });

  it('sends the key, the organization and the extra headers', async () => {
    const extraHeaders = { headers: [{ name: 'X-Title', value: 'Support desk' }] };
    const credential = { ...atOpenAi(), organizationId: 'org-1', extraHeaders };
    await answerTo({ ...credential, baseUrl: `${openAi.url}//` }, { models: ['good', 'strong'] });
    const headers = Object.fromEntries(openAi.requests[0]?.headers ?? []);
    expect(headers).toMatchObject({
      authorization: `Bearer ${KEY}`,
      'openai-organization': 'org-1',
      'x-title': 'Support desk',
      'content-type': 'application/json',
    });
  });

  it('needs no key where the server asks for none', async () => {
    await answerTo({ ...atOpenAi(), apiKey: '' }, { models: ['good', 'strong'] });
    expect(openAi.requests[0]?.headers.has('authorization')).toBe(false);
  });

  it.each([
    ['unauthorized', 'The model answered with status 401: Incorrect API key provided'],
    ['limited', 'The model answered with status 429: Rate limit reached'],
    ['broken', 'The model answered with status 500: The server had an error'],
    ['missing', 'The model answered with status 404: The model does not exist'],
    ['garbling', 'The model answered with something that is not a chat completion'],
    ['dropping', 'The model could not be reached'],
    ['silent', 'The model returned an empty answer'],
  ])('moves on from a %s model and says why', async (drafter, error) => {
    const body = await answerTo(atOpenAi(), { models: [drafter, 'strong'] });
    expect(body).toMatchObject([
      {
        output: 'Paris, on the Seine.',
        cascade: {
          reason: `escalated: ${drafter} failed: ${error}`,
          attempts: [{ error }, { error: null }],
        },
      },
    ]);
  });

  it('moves on from a model that hangs, and hangs up on it', async () => {
    const started = Date.now();
    const body = await answerTo(atOpenAi(), {
      models: ['hanging', 'strong'],
      parameters: { options: { timeoutSeconds: 1 } },
    });
    expect(body).toMatchObject([
      { cascade: { modelUsed: 'strong', attempts: [{ error: 'The model gave no answer within 1 s' }, {}] } },
    ]);
    expect(openAi.requests.map(({ body: { model }, aborted }) => [model, aborted])).toEqual([
      ['hanging', true],
      ['strong', false],
    ]);
    expect(Date.now() - started).toBeGreaterThanOrEqual(1000);
  });

  it('asks five models in the order of the list', async () => {
    const models = ['broken', 'refusing', 'limited', 'cut-off', 'strong'];
    const body = await answerTo(atOpenAi(), { models });
    expect(openAi.requests.map((request) => request.body.model)).toEqual(models);
    expect(body).toMatchObject([{ cascade: { modelUsed: 'strong' } }]);
  });

  it('takes the models of each item from an expression', async () => {
    const models = ['={{ $json.query.includes("France") ? "good" : "refusing" }}', 'strong'];
    const workflow = await publish(atOpenAi(), { models });
    const { body } = await workflow.call({ queries: [QUESTION, 'What is the capital of Peru?'] });
    expect(body).toMatchObject([{ cascade: { modelUsed: 'good' } }, { cascade: { modelUsed: 'strong' } }]);
  });
});

describe('models by name at Anthropic', () => {
  it('accepts a good draft, and counts cost and savings from the reported tokens', async () => {
    const body = await answerTo(atAnthropic(), {
      models: ['claude-good', 'claude-strong'],
      parameters: { options: { ...prices.options, systemMessage: 'Be brief.' } },
    });
    expect(body).toMatchObject([
      {
        output: 'Paris.',
        cascade: {
          modelUsed: 'claude-good',
          escalated: false,
          costUsd: 0.0015,
          baselineCostUsd: 0.0045,
          attempts: [{ inputTokens: 1000, outputTokens: 100, tokensEstimated: false }],
        },
      },
    ]);
    expect(anthropic.requests.map((request) => request.body)).toEqual([
      {
        model: 'claude-good',
        max_tokens: 4096,
        system: 'Be brief.',
        messages: [{ role: 'user', content: [{ type: 'text', text: QUESTION }] }],
      },
    ]);
  });

  it('escalates a refused draft', async () => {
    const body = await answerTo(atAnthropic(), { models: ['claude-refusing', 'claude-strong'] });
    expect(body).toMatchObject([
      {
        output: 'Paris, on the Seine.',
        cascade: { escalated: true, reason: 'escalated: the draft refuses to answer' },
      },
    ]);
  });

  it('counts tokens that were read from the cache', async () => {
    const body = await answerTo(atAnthropic(), { models: ['claude-cached', 'claude-strong'] });
    expect(body).toMatchObject([{ cascade: { attempts: [{ inputTokens: 1000, outputTokens: 100 }] } }]);
  });

  it('sends the key, the version of the API and the extra headers', async () => {
    const extraHeaders = { headers: [{ name: 'X-Title', value: 'Support desk' }] };
    await answerTo({ ...atAnthropic(), extraHeaders }, { models: ['claude-good', 'claude-strong'] });
    expect(anthropic.requests[0]?.headers).toMatchObject({
      'x-api-key': KEY,
      'anthropic-version': '2023-06-01',
      'x-title': 'Support desk',
    });
    expect(anthropic.requests[0]?.headers).not.toHaveProperty('authorization');
  });

  it.each([
    ['claude-unauthorized', 'failed: The model answered with status 401: invalid x-api-key'],
    [
      'claude-limited',
      'failed: The model answered with status 429: This request would exceed your rate limit',
    ],
    ['claude-broken', 'failed: The model answered with status 500: Internal server error'],
    ['claude-overloaded', 'failed: The model answered with status 529: Overloaded'],
    ['claude-unheard-of', 'failed: The model answered with status 404: model: claude-unheard-of'],
    ['claude-garbling', 'failed: The model answered with something that is not a message'],
    ['claude-cut-off', 'escalated: the draft was cut off at its length limit'],
  ])('moves on from %s and says why', async (drafter, reason) => {
    const body = await answerTo(atAnthropic(), { models: [drafter, 'claude-strong'] });
    expect(body).toMatchObject([
      { cascade: { modelUsed: 'claude-strong', reason: expect.stringContaining(reason) } },
    ]);
  });

  it('moves on from a model that hangs, and hangs up on it', async () => {
    await answerTo(atAnthropic(), {
      models: ['claude-hanging', 'claude-strong'],
      parameters: { options: { timeoutSeconds: 1 } },
    });
    expect(anthropic.requests.map(({ aborted }) => aborted)).toEqual([true, false]);
  });
});

describe('an API that cannot be used', () => {
  async function failureOf(data: Credential, given: Given): Promise<unknown> {
    return await answerTo(data, { onError: 'continueErrorOutput', ...given });
  }

  it.each([
    ['where nobody listens', 'http://127.0.0.1:9/v1', /^good: The model could not be reached\b/],
    [
      'at another path',
      '/elsewhere',
      /^good: The model answered with status 404: There is no POST \/v1\/elsewhere/,
    ],
  ])('%s is named', async (_, address, description) => {
    const baseUrl = address.startsWith('/') ? `${openAi.url}${address}` : address;
    expect(await failureOf({ ...atOpenAi(), baseUrl }, { models: ['good', 'strong'] })).toMatchObject([
      {
        error: 'No model of the cascade gave an answer',
        details: { description: expect.stringMatching(description) },
      },
    ]);
  });

  it('because it redirects is named, and the key is not taken there', async () => {
    const body = await failureOf(atAnthropic(), { models: ['claude-moved', 'claude-moved'] });
    expect(body).toMatchObject([
      { details: { description: expect.stringContaining('The model answered with status 307') } },
    ]);
    expect(anthropic.requests).toHaveLength(2);
    expect(anthropic.paths).not.toContain('/v1/messages?moved');
  });

  it('because its address is none is named', async () => {
    const baseUrl = 'localhost:11434/v1';
    expect(await failureOf({ ...atOpenAi(), baseUrl }, { models: ['good', 'strong'] })).toMatchObject([
      { error: 'The Base URL of the Cascade LLM API credential is not an address' },
    ]);
  });

  it('never shows the key, neither in the items nor in what n8n keeps', async () => {
    const workflow = await publish(
      { ...atOpenAi(), baseUrl: 'http://127.0.0.1:9/v1' },
      { models: ['good', 'strong'] },
    );
    expect((await workflow.call({ queries: [QUESTION] })).status).toBe(500);
    const [execution] = await api.executions(workflow.id);
    if (!execution) throw new Error('n8n kept no execution');
    const kept = JSON.stringify(await api.execution(execution.id));
    expect(kept).toContain('No model of the cascade gave an answer');
    expect(kept).not.toContain(KEY);
  });
});
