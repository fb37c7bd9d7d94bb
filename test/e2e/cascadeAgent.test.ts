import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { N8nApi } from '../../scripts/n8n/api.mts';
import { ModelServer } from '../../scripts/modelServer/server.mts';
import { behaviourByModelName } from '../support/behaviourByModelName';
import { sharedN8n } from './support/sharedN8n';
import { publishCascade, type CascadeWorkflow } from './support/webhookWorkflow';

jest.setTimeout(120_000);

const QUESTION = 'What is the capital of France?';

let api: N8nApi;
let server: ModelServer;
let credentialId: string;

beforeAll(async () => {
  server = await ModelServer.start(behaviourByModelName);
  api = sharedN8n();
  const data = { apiKey: 'sk-test', url: server.url };
  ({ id: credentialId } = await api.createCredential({ name: 'Test models', type: 'openAiApi', data }));
});

afterAll(() => server.stop());

const publish = (given: Omit<CascadeWorkflow, 'credentialId'>) =>
  publishCascade(api, { ...given, credentialId });

async function answersTo(queries: unknown[], given: Omit<CascadeWorkflow, 'credentialId'>) {
  const workflow = await publish(given);
  return await workflow.call({ queries });
}

describe("Cascade Agent with n8n's OpenAI Chat Model nodes", () => {
  it('accepts a good draft, and counts cost and savings from the reported tokens', async () => {
    const { status, body } = await answersTo([QUESTION], { models: ['gpt-4o-mini', 'gpt-4o'] });
    expect(status).toBe(200);
    expect(body).toMatchObject([
      {
        query: QUESTION,
        output: 'Paris.',
        cascade: {
          modelUsed: 'gpt-4o-mini',
          escalated: false,
          costUsd: 0.00021,
          baselineCostUsd: 0.0035,
          savedPercent: 94,
          attempts: [{ inputTokens: 1000, outputTokens: 100, tokensEstimated: false }],
        },
      },
    ]);
  });

  it('counts the tokens itself when the provider reports none', async () => {
    const { body } = await answersTo([QUESTION], { models: ['uncounted', 'strong'] });
    expect(body).toMatchObject([{ output: 'Paris.', cascade: { attempts: [{ tokensEstimated: true }] } }]);
  });

  it.each([
    ['refusing', 'escalated: the draft refuses to answer'],
    ['cut-off', 'escalated: the draft was cut off at its length limit'],
    ['silent', 'escalated: silent failed: The model returned an empty answer'],
    ['choiceless', /^escalated: choiceless failed: /],
    ['unauthorized', /^escalated: unauthorized failed: status 401: .*Incorrect API key provided/],
    ['limited', /^escalated: limited failed: status 429: .*Rate limit reached/],
    ['broken', /^escalated: broken failed: status 500: .*The server had an error/],
    ['missing', /^escalated: missing failed: status 404: /],
    ['garbling', /^escalated: garbling failed: /],
    ['dropping', /^escalated: dropping failed: /],
  ])('moves on from a %s model and says why', async (drafter, reason) => {
    const { status, body } = await answersTo([QUESTION], { models: [drafter, 'strong'] });
    expect(status).toBe(200);
    expect(body).toMatchObject([
      {
        output: 'Paris, on the Seine.',
        cascade: { modelUsed: 'strong', escalated: true, reason: expect.stringMatching(reason) },
      },
    ]);
  });

  it('moves on from a model that hangs, and hangs up on it', async () => {
    server.forgetRequests();
    const { body } = await answersTo([QUESTION], {
      models: ['hanging', 'strong'],
      parameters: { options: { timeoutSeconds: 1 } },
    });
    expect(body).toMatchObject([
      { cascade: { modelUsed: 'strong', attempts: [{ error: 'The model gave no answer within 1 s' }, {}] } },
    ]);
    expect(server.requests.map(({ body: { model }, aborted }) => [model, aborted])).toEqual([
      ['hanging', true],
      ['strong', false],
    ]);
  });

  it('asks five models in the order of their inputs', async () => {
    server.forgetRequests();
    const models = ['broken', 'refusing', 'limited', 'cut-off', 'strong'];
    const { body } = await answersTo([QUESTION], { models });
    expect(server.requests.map((request) => request.body.model)).toEqual(models);
    expect(body).toMatchObject([{ cascade: { modelUsed: 'strong' } }]);
  });

  it('answers each item of many', async () => {
    const queries = Array.from(
      { length: 25 },
      (_, index) => `What is the capital of country ${String(index)}?`,
    );
    const { body } = await answersTo(queries, { models: ['good', 'strong'] });
    expect(body).toMatchObject(queries.map((query) => ({ query, output: 'Paris.' })));
  });
});

describe('Cascade Agent with faults, on a published workflow', () => {
  it('sends only the failed item to the error output, and loses no other', async () => {
    const { body } = await answersTo([QUESTION, '', QUESTION], {
      models: ['good', 'strong'],
      onError: 'continueErrorOutput',
    });
    expect(body).toMatchObject([
      { output: 'Paris.' },
      { output: 'Paris.' },
      { error: expect.stringMatching(/^Parameter "Prompt \(User Message\)" is empty/) },
    ]);
  });

  it('names every model and its fault when all fail', async () => {
    const { body } = await answersTo([QUESTION], {
      models: ['limited', 'broken'],
      onError: 'continueErrorOutput',
    });
    expect(body).toMatchObject([
      {
        query: QUESTION,
        error: 'No model of the cascade gave an answer',
        details: { description: expect.stringMatching(/^limited: status 429: .*; broken: status 500: /) },
      },
    ]);
  });

  it.each([
    ['no model', { models: [null, null] }, 'No chat model is connected to "Drafter" and "Verifier"'],
    ['one model', { models: ['good', null] }, 'No chat model is connected to "Verifier"'],
  ])('fails clearly with %s', async (_, given, message) => {
    const workflow = await publish(given);
    expect((await workflow.call({ queries: [QUESTION] })).status).toBe(500);
    const [execution] = await api.executions(workflow.id);
    if (!execution) throw new Error('n8n kept no execution');
    expect(JSON.stringify((await api.execution(execution.id)).data)).toContain(
      JSON.stringify(message).slice(1, -1),
    );
  });
});
