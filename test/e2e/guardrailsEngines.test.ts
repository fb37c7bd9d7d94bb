import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';
import type { ModelServer } from '../../scripts/modelServer/server.mts';
import type { N8nApi } from '../../scripts/n8n/api.mts';
import {
  moderationResponse,
  moderationResult,
  ModerationServer,
} from '../core/guardrails/support/moderationServer';
import { errorsOf, outputsOf, publishGuard, type PublishedGuard } from './support/guardrails/guardWorkflow';
import { NO_VERDICT, SERVER_ERROR, startJudgingModel } from './support/guardrails/judgingModel';
import { checking } from './support/guardrails/parameters';
import { sharedN8n } from './support/sharedN8n';

jest.setTimeout(60_000);

let api: N8nApi;

beforeAll(() => {
  api = sharedN8n();
});

describe('moderation by an API', () => {
  let server: ModerationServer;
  let guard: PublishedGuard;

  beforeAll(async () => {
    server = new ModerationServer(({ input }) => {
      const [text = ''] = input;
      if (text.includes('hang')) return { kind: 'hang' };
      if (text.includes('error')) return { kind: 'error', status: 500 };
      if (text.includes('malformed')) return { kind: 'answer', body: { results: 'none' } };
      const scores: Readonly<Record<string, number>> = text.includes('blue')
        ? { 'violence/graphic': 0.9 }
        : {};
      return { kind: 'answer', body: moderationResponse([moderationResult(scores)]) };
    });
    const baseUrl = await server.listen();
    const data = { apiType: 'openAiCompatible', baseUrl, apiKey: 'sk-test' };
    const { id, name } = await api.createCredential({ name: 'Moderation', type: 'cascadeLlmApi', data });
    guard = await publishGuard(api, {
      credentials: { cascadeLlmApi: { id, name } },
      parameters: {
        ...checking,
        guardrails: { moderation: { value: { strict: false } } },
        options: {
          moderateWith: ['builtIn', 'moderationApi'],
          onEngineFailure: '={{ $json.policy }}',
          timeoutSeconds: 2,
        },
      },
    });
  });

  afterAll(() => server.stop());

  it('asks it, and says who found what', async () => {
    const left = await guard.guard(['green', 'blue'].map((text) => ({ text, policy: 'fail' })));
    expect(outputsOf(left)).toEqual([0, 1]);
    expect(left[1]?.['guardrails']).toMatchObject({
      violations: [{ guardrail: 'moderation', category: 'violence', score: 0.9, engine: 'moderation-api' }],
    });
    expect(server.requests).toContainEqual({ model: 'omni-moderation-latest', input: ['blue'] });
  });

  it('does as it is told when the API fails, and never calls a text safe in silence', async () => {
    const faults = ['error', 'malformed', 'hang'];
    const items = ['fail', 'refuse', 'built-in'].flatMap((policy) =>
      faults.map((text) => ({ text, policy })),
    );
    const left = await guard.guard(items);
    const byPolicy = (policy: string) => left.filter((item) => item['policy'] === policy);
    expect(outputsOf(byPolicy('fail'))).toEqual([2, 2, 2]);
    for (const error of errorsOf(byPolicy('fail'))) expect(error).toMatch(/"moderation-api"/);
    expect(outputsOf(byPolicy('refuse'))).toEqual([1, 1, 1]);
    expect(outputsOf(byPolicy('built-in'))).toEqual([0, 0, 0]);
    for (const { guardrails } of byPolicy('built-in'))
      expect(guardrails).toMatchObject({ isSafe: true, engineFailures: [{ engine: 'moderation-api' }] });
  });
});

describe("n8n's OpenAI Chat Model as a judge", () => {
  let models: ModelServer;
  let modelCredential: string;

  beforeAll(async () => {
    models = await startJudgingModel('teapot');
    const data = { apiKey: 'sk-test', url: models.url };
    ({ id: modelCredential } = await api.createCredential({ name: 'Judge', type: 'openAiApi', data }));
  });

  afterAll(() => models.stop());

  it.each([
    ['jailbreak', { jailbreak: { value: { threshold: 0.5, askModel: true } } }, 'injection'],
    ['topic', { topicalAlignment: { value: { scope: 'Bicycles', threshold: 0.7 } } }, 'topic'],
    [
      'a rule of its own',
      { custom: { guardrail: [{ name: 'Tea', prompt: 'It speaks of tea.', threshold: 0.7 }] } },
      'custom',
    ],
    ['moderation', { moderation: { value: { strict: false } } }, 'moderation'],
  ])('judges %s', async (_, guardrails: INodeParameters, name) => {
    const moderateWith = name === 'moderation' ? { moderateWith: ['chatModel'] } : {};
    const { guard } = await publishGuard(api, {
      modelCredential,
      parameters: { ...checking, guardrails, options: { ...moderateWith, onEngineFailure: 'fail' } },
    });
    const left = await guard([
      { text: 'I own a teapot.' },
      { text: 'I own a bicycle.' },
      { text: SERVER_ERROR },
      { text: NO_VERDICT },
    ]);
    expect(left.map(({ text, leftBy }) => [text, leftBy])).toEqual([
      ['I own a bicycle.', 0],
      ['I own a teapot.', 1],
      [SERVER_ERROR, 2],
      [NO_VERDICT, 2],
    ]);
    const found = { violations: expect.arrayContaining([expect.objectContaining({ guardrail: name })]) };
    expect(left[1]?.['guardrails']).toMatchObject({ isSafe: false, ...found });
  });
});

it('says what is missing when no chat model is connected', async () => {
  const { guard } = await publishGuard(api, {
    parameters: {
      ...checking,
      guardrails: { topicalAlignment: { value: { scope: 'Bicycles', threshold: 0.7 } } },
    },
  });
  const left = await guard([{ text: 'Hello' }]);
  expect(outputsOf(left)).toEqual([2]);
  expect(errorsOf(left)[0]).toMatch(/Chat Model/);
});
