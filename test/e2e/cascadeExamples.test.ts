import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { readExample, withCredentials } from '../../scripts/examples/example.mts';
import { publishExample, saveCredentials } from '../../scripts/examples/importExample.mts';
import { APPLICATION_KEY, tenantCredentials } from '../../scripts/examples/tenantCredentials.mts';
import type { ModelServer } from '../../scripts/modelServer/server.mts';
import type { Credential, N8nApi } from '../../scripts/n8n/api.mts';
import type { LocalServer } from '../../scripts/support/localServer.mts';
import { post } from '../../scripts/support/post.mts';
import { providersServer } from '../support/providersServer';
import {
  DRAFTER,
  drafted,
  FAILING,
  modelsAsked,
  reply,
  startScriptedModels,
} from './support/cascade/exampleModels';
import { changed, having } from './support/profiles/changes';
import { publishChat, type PublishedChat } from './support/guardrails/chat';
import { QUESTION } from './support/guardrails/texts';
import { outputOf } from './support/outputOf';
import { n8nUrl, sharedN8n } from './support/sharedN8n';

jest.setTimeout(60_000);

const PRESETS = ['Balanced', 'Cost Saver', 'Quality First', 'Low Latency', 'Local First'];
/** Whoever runs an API of their own says what its models cost. */
const modelPrices = {
  prices: [
    { model: DRAFTER, inputPerMillion: 0.15, outputPerMillion: 0.6 },
    { model: 'gpt-4o', inputPerMillion: 2.5, outputPerMillion: 10 },
  ],
};
const UNANSWERABLE = 'Nobody answers this.';
const COMPLAINT = 'My lamp 4711 came broken. I want my money back! Jane';
const VAGUE = 'Something is broken. Please help!';
const TICKET = { customer: 'Jane', order: '4711', mood: 'angry', wantsRefund: true };

let api: N8nApi;
let models: ModelServer;
/** Local models and Anthropic's. */
let others: LocalServer;
/** What is down: the names of models. */
const down = new Set<string>();
let credentials: ReadonlyMap<string, Credential>;

beforeAll(async () => {
  api = sharedN8n();
  models = await startScriptedModels(
    new Map([
      [QUESTION, drafted('Paris.')],
      [UNANSWERABLE, { draft: FAILING, final: FAILING }],
      [COMPLAINT, drafted(JSON.stringify(TICKET))],
      [VAGUE, { draft: reply('The customer is angry.'), final: reply(JSON.stringify(TICKET)) }],
    ]),
  );
  others = providersServer((request) => {
    const isDown = [...down].some((model) => request.includes(model));
    return isDown ? { status: 503 } : { text: 'Paris, says another provider.', isCutOff: false };
  });
  await others.listen();
  const cascadeLlm = { apiType: 'openAiCompatible', baseUrl: models.url, apiKey: 'none-needed' };
  credentials = await saveCredentials(api, [
    ...tenantCredentials(models),
    { name: 'Cascade LLM account', type: 'cascadeLlmApi', data: cascadeLlm },
    { name: 'Ollama account', type: 'ollamaApi', data: { baseUrl: others.origin } },
    { name: 'Anthropic account', type: 'anthropicApi', data: { apiKey: 'none-needed', url: others.origin } },
  ]);
});

beforeEach(() => {
  models.forgetRequests();
  down.clear();
});

afterAll(() => Promise.all([models.stop(), others.stop()]));

describe('one-node-by-preset', () => {
  it('answers all questions under each preset, and shows what that cost', async () => {
    const ofOwnApi = having({ options: { modelPrices } });
    const example = changed(readExample('cascade/one-node-by-preset.json'), {
      Balanced: ofOwnApi,
      'Cost Saver': ofOwnApi,
      'Quality First': ofOwnApi,
      'Low Latency': ofOwnApi,
    });
    const { id } = await api.createWorkflow(withCredentials(example, credentials));
    const execution = await api.execution(await api.runManually(id, "When clicking 'Execute workflow'"));
    expect(execution.status).toBe('success');
    const rows = outputOf(execution, 'Side by Side');
    expect(rows).toMatchObject(PRESETS.map((preset) => ({ preset, answers: 4 })));
    for (const row of rows) expect(row['costUsd']).toBeGreaterThan(0);
    expect(rows[0]?.['savedUsd']).toBeGreaterThan(0);
    for (const preset of PRESETS) {
      const [hint] = execution.data.resultData.runData[preset]?.[0]?.hints ?? [];
      expect(hint?.message).toMatch(/^\d of 4 answers came from a draft\. They cost \$0\.\d+, which is \$0/);
    }
  });
});

describe('support-desk', () => {
  beforeAll(async () => {
    await publishExample(api, 'cascade/support-desk.json', credentials);
  });

  const send = (message: unknown) => post(`${n8nUrl()}/webhook/support`, { message }, APPLICATION_KEY);

  it.each([
    ['Why was I charged twice for my subscription?', 'billing', 'gpt-4o'],
    ['Where is my parcel? The tracking has not changed for days.', 'shipping', DRAFTER],
    ['The app crashes with an error message when I open it.', 'technical', expect.any(String)],
    ['Do you have gift cards?', 'front', DRAFTER],
  ])('hands "%s" to %s', async (message, desk, by) => {
    const { status, body } = await send(message);
    expect([status, body]).toEqual([200, { desk, reply: expect.stringContaining(message), by }]);
  });

  it('asks the verifier alone about money', async () => {
    await send('I want a refund for the last invoice.');
    expect(modelsAsked(models)).toEqual(['gpt-4o']);
  });

  it('answers 400 to no message, and 502 when no model answers', async () => {
    const answers = [await send(''), await send(UNANSWERABLE)];
    expect(answers.map(({ status }) => status)).toEqual([400, 502]);
  });
});

describe('fallback-across-providers', () => {
  let chat: PublishedChat;

  beforeAll(async () => {
    chat = await publishChat(api, 'cascade/fallback-across-providers.json', credentials);
  });

  it.each<[string, readonly string[], string, string]>([
    ['the local model', [], QUESTION, 'Paris, says another provider.\n\n(llama3.2)'],
    ['OpenAI while the local one is down', ['llama3.2'], QUESTION, 'Paris.\n\n(gpt-4o-mini)'],
    [
      'Anthropic while both are down',
      ['llama3.2'],
      UNANSWERABLE,
      'Paris, says another provider.\n\n(claude-sonnet-4-5)',
    ],
    [
      'an apology while all are',
      ['llama3.2', 'claude'],
      UNANSWERABLE,
      'None of my models can be reached right now. Please try again later.',
    ],
  ])('is answered with %s', async (_, gone, question, output) => {
    for (const model of gone) down.add(model);
    const { body } = await chat.say(question);
    expect(body).toMatchObject({ output });
  });
});

describe('structured-answers', () => {
  beforeAll(async () => {
    await publishExample(api, 'cascade/structured-answers.json', credentials);
  });

  const read = (email: unknown) => post(`${n8nUrl()}/webhook/ticket`, { email }, APPLICATION_KEY);

  it('answers with the fields of the draft', async () => {
    const { status, body } = await read(COMPLAINT);
    expect([status, body]).toEqual([200, { ticket: TICKET, by: DRAFTER }]);
  });

  it('has a draft that does not fit written by the verifier', async () => {
    const { status, body } = await read(VAGUE);
    expect([status, body]).toEqual([200, { ticket: TICKET, by: 'gpt-4o' }]);
    expect(modelsAsked(models)).toEqual([DRAFTER, 'gpt-4o']);
  });

  it('answers 502 when no model brings what fits', async () => {
    const { status, body } = await read('I was asked nothing that anybody reads.');
    expect([status, body]).toEqual([502, { error: expect.any(String) }]);
  });
});
