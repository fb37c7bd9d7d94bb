import { afterAll, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import { publishExample, saveCredentials } from '../../scripts/examples/importExample.mts';
import {
  APPLICATION_KEY,
  BILLING_KEY,
  tenantCredentials,
} from '../../scripts/examples/tenantCredentials.mts';
import type { ModelServer } from '../../scripts/modelServer/server.mts';
import { post } from '../../scripts/support/post.mts';
import { lastTextOf } from '../../scripts/modelServer/request.mts';
import {
  drafted,
  escalated,
  FAILING,
  modelsAsked,
  reply,
  startScriptedModels,
} from './support/cascade/exampleModels';
import { EMAIL, INSULT, QUESTION } from './support/guardrails/texts';
import { outputOf } from './support/outputOf';
import { n8nUrl, sharedN8n } from './support/sharedN8n';

jest.setTimeout(60_000);

const HARD = 'Who was it?';
const UNANSWERABLE = 'Nobody answers this.';
const HIDDEN = 'Where does [EMAIL_1] work?';
const DECLINED = 'I cannot help with that.';

let models: ModelServer;
let workflowId: string;

beforeAll(async () => {
  models = await startScriptedModels(
    new Map([
      [QUESTION, drafted('Paris.')],
      [HARD, escalated(reply('It was Mary Shelley.'))],
      [HIDDEN, drafted('[EMAIL_1] works at Corp Mail, as the address says.')],
      [UNANSWERABLE, { draft: FAILING, final: FAILING }],
    ]),
  );
  const credentials = await saveCredentials(sharedN8n(), tenantCredentials(models));
  workflowId = await publishExample(sharedN8n(), 'cascade/per-tenant-answers.json', credentials);
});

beforeEach(() => {
  models.forgetRequests();
});

afterAll(() => models.stop());

const ask = (userId: unknown, query: unknown) =>
  post(`${n8nUrl()}/webhook/answer`, { userId, query }, APPLICATION_KEY);
const save = (user: object) => post(`${n8nUrl()}/webhook/user`, user, BILLING_KEY);

/** What Cascade Agent gave in the last execution. */
async function lastItem(): Promise<Record<string, unknown> | undefined> {
  const [last] = await sharedN8n().executions(workflowId, 1);
  return outputOf(await sharedN8n().execution(last?.id ?? ''), 'Cascade Agent')[0];
}

it('answers a new user ten times in an hour, then with 429, polite words and the wait, and more once they pay', async () => {
  for (let left = 10; left > 0; left -= 1) {
    const { status, body } = await ask('alice', QUESTION);
    expect([status, body]).toEqual([200, { answer: 'Paris.', model: 'gpt-4o-mini', costUsd: 0.00021 }]);
  }
  models.forgetRequests();
  const { status, body, headers } = await ask('alice', QUESTION);
  expect(status).toBe(429);
  expect(body).toEqual({
    answer: 'You have reached the limit of your plan. Please try again later.',
    limit: 'hourly',
    retryAfterSeconds: Number(headers.get('retry-after')),
  });
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(3500);
  expect(models.requests).toEqual([]);

  const saved = await save({ userId: 'alice', tier: 'PRO' });
  expect([saved.status, saved.body]).toEqual([200, { userId: 'alice', tier: 'PRO' }]);
  expect((await ask('alice', QUESTION)).status).toBe(200);
  expect(await lastItem()).toMatchObject({ rateLimit: { status: 'settled', costUsd: 0.00021 } });
});

it('asks only the models that a user is entitled to', async () => {
  await save({ userId: 'bob', tier: 'STARTER', models: 'gpt-4o-mini, gpt-4.1-mini' });
  const { body } = await ask('bob', HARD);
  expect(body).toMatchObject({ answer: 'It was Mary Shelley.', model: 'gpt-4.1-mini' });
  expect(modelsAsked(models)).toEqual(['gpt-4o-mini', 'gpt-4.1-mini']);
});

it('weighs cost and quality as the profile does', async () => {
  await ask('carol', QUESTION);
  const before = await lastItem();
  await save({ userId: 'carol', tier: 'FREE', quality: 'best' });
  await ask('carol', QUESTION);
  expect([before, await lastItem()]).toMatchObject([
    { cascade: { threshold: 0.72 } },
    { cascade: { threshold: 0.8 } },
  ]);
});

it('keeps personal data from the models, and moderates, where the profile says so', async () => {
  await save({ userId: 'dave', tier: 'FREE', moderation: true, personalData: true });
  const { status, body } = await ask('dave', `Where does ${EMAIL} work?`);
  expect([status, body]).toMatchObject([
    200,
    { answer: `${EMAIL} works at Corp Mail, as the address says.` },
  ]);
  expect(models.requests.map((request) => lastTextOf('user', request.body))).toEqual([HIDDEN]);

  models.forgetRequests();
  const refused = await ask('dave', INSULT);
  expect([refused.status, refused.body]).toEqual([422, { answer: DECLINED }]);
  expect(models.requests).toEqual([]);
});

it('books nothing for a request that was refused, or that no model answered', async () => {
  await save({ userId: 'erin', tier: 'FREE', moderation: true });
  for (let request = 0; request < 12; request += 1) {
    expect((await ask('erin', INSULT)).status).toBe(422);
  }
  expect((await ask('erin', UNANSWERABLE)).status).toBe(502);
  expect((await ask('erin', QUESTION)).status).toBe(200);
});

it('lets nobody in without the key', async () => {
  const asked = await post(`${n8nUrl()}/webhook/answer`, { userId: 'alice', query: QUESTION }, BILLING_KEY);
  const saved = await post(`${n8nUrl()}/webhook/user`, { userId: 'alice', tier: 'PRO' }, APPLICATION_KEY);
  expect([asked.status, saved.status]).toEqual([403, 403]);
});

it.each([
  ['no user', undefined, QUESTION, /^Parameter "User ID" is missing/],
  ['no query', 'frank', '', /^Parameter "Prompt \(User Message\)" is empty/],
])('answers %s with 400 and says why', async (_, userId, query, error) => {
  const { status, body } = await ask(userId, query);
  expect([status, body]).toEqual([400, { error: expect.stringMatching(error) }]);
});

it('saves no user of a tier that nobody knows', async () => {
  const { status, body } = await save({ userId: 'gina', tier: 'PLATINUM' });
  expect([status, body]).toEqual([400, { error: expect.stringMatching(/^Parameter "Tier" is "PLATINUM"/) }]);
});
