import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { z } from 'zod/v3';
import { readExample, withCredentials } from '../../scripts/examples/example.mts';
import { publishExample, saveCredentials } from '../../scripts/examples/importExample.mts';
import {
  APPLICATION_KEY,
  BILLING_KEY,
  tenantCredentials,
} from '../../scripts/examples/tenantCredentials.mts';
import type { ModelServer } from '../../scripts/modelServer/server.mts';
import type { Credential, N8nApi } from '../../scripts/n8n/api.mts';
import { post } from '../../scripts/support/post.mts';
import { waitFor } from '../../scripts/support/time.mts';
import { publishChat, type PublishedChat } from './support/guardrails/chat';
import { LEAKING, startExampleModels, UNANSWERABLE } from './support/guardrails/exampleModels';
import { Reviewers, type Review } from './support/guardrails/reviewers';
import { EMAIL, INJECTION, INSULT, QUESTION, SECRET_KEY } from './support/guardrails/texts';
import { changed, having } from './support/profiles/changes';
import { n8nUrl, sharedN8n } from './support/sharedN8n';

jest.setTimeout(60_000);

const DECLINED = 'I cannot help with that. Please ask something else.';

let api: N8nApi;
let models: ModelServer;
let credentials: ReadonlyMap<string, Credential>;

beforeAll(async () => {
  api = sharedN8n();
  models = await startExampleModels();
  credentials = await saveCredentials(api, tenantCredentials(models));
});

beforeEach(() => {
  models.forgetRequests();
});

afterAll(() => models.stop());

describe('guarded-chat', () => {
  let chat: PublishedChat;

  beforeAll(async () => {
    chat = await publishChat(api, 'guardrails/guarded-chat.json', credentials);
  });

  it('answers what is harmless', async () => {
    const { status, body } = await chat.say(QUESTION);
    expect([status, body]).toEqual([200, { output: 'Paris.' }]);
  });

  it.each([
    ['an attempt to take over the model', INJECTION, DECLINED],
    ['abuse', INSULT, DECLINED],
    ['a secret key', `Why does my key ${SECRET_KEY} not work?`, DECLINED],
    ['despair', 'I want to kill myself tonight.', expect.stringContaining('findahelpline.com')],
  ])('asks no model about %s', async (_, text, output) => {
    const { status, body } = await chat.say(text);
    expect([status, body]).toEqual([200, { output }]);
    expect(models.requests).toEqual([]);
  });

  it('withholds an answer that gives personal data away', async () => {
    const { status, body } = await chat.say(LEAKING);
    expect([status, body]).toEqual([200, { output: expect.stringMatching(/^I had an answer/) }]);
    expect(models.requests).not.toEqual([]);
    expect(JSON.stringify(body)).not.toContain(EMAIL);
  });

  it('says so when no model answers', async () => {
    const { body } = await chat.say(UNANSWERABLE);
    expect(body).toEqual({ output: 'I cannot answer right now. Please try again later.' });
  });
});

describe('review-queue', () => {
  let reviewers: Reviewers;

  beforeAll(async () => {
    reviewers = await Reviewers.start();
    const { queue, comments } = reviewers.urls;
    const saved = await saveCredentials(api, [
      { name: 'Reviewers key', type: 'httpHeaderAuth', data: { name: 'X-Api-Key', value: 'of reviewers' } },
    ]);
    const example = changed(readExample('guardrails/review-queue.json'), {
      'Ask Reviewers': having({ url: queue }),
      'Tell the Application': having({ url: comments }),
    });
    const { id } = await api.createWorkflow(withCredentials(example, new Map([...credentials, ...saved])));
    await api.publish(id);
  });

  afterAll(() => reviewers.stop());

  const submit = (id: number, text: unknown) =>
    post(`${n8nUrl()}/webhook/submit`, { id, text }, APPLICATION_KEY);

  it('publishes what passes, and asks nobody', async () => {
    const { status, body } = await submit(1, 'Nice bike! It rides well, see https://example.com/bikes.');
    expect([status, body]).toEqual([200, { id: 1, status: 'published' }]);
    expect(reviewers.asked).toBe(0);
  });

  it.each([
    [2, true, 'published'],
    [3, false, 'rejected'],
    [4, 'yes', 'rejected'],
  ])(
    'lets a person decide about what fails, with personal data masked (%#)',
    async (id, approved, status) => {
      const submitted = await submit(id, `${INSULT} Write to jane.doe@corp-mail.com!`);
      expect([submitted.status, submitted.body]).toEqual([202, { id, status: 'in review' }]);
      const review = await reviewers.review(id);
      expect(review.text).toBe(`${INSULT} Write to j***@***!`);
      expect(review.violations).toContainEqual(
        expect.objectContaining({ guardrail: 'pii', category: 'email', value: 'j***@***' }),
      );
      expect(review.violations).toContainEqual(expect.objectContaining({ guardrail: 'moderation' }));
      expect(JSON.stringify(review)).not.toContain('corp-mail');

      await decide(review, approved);
      expect(await reviewers.decision(id)).toEqual({ id, status });
    },
  );

  it('answers 400 to what is no text', async () => {
    const { status, body } = await submit(5, ['jane.doe@corp-mail.com']);
    expect([status, body]).toEqual([400, { error: expect.stringMatching(/^Parameter "Text"/) }]);
  });
});

describe('guardrails-by-profile', () => {
  beforeAll(async () => {
    await publishExample(api, 'guardrails/guardrails-by-profile.json', credentials);
  });

  const ask = (userId: unknown, query: unknown) =>
    post(`${n8nUrl()}/webhook/ask-guarded`, { userId, query }, APPLICATION_KEY);
  const choose = (choice: object) => post(`${n8nUrl()}/webhook/guardrails`, choice, BILLING_KEY);
  const WITH_EMAIL = 'Is jane.doe@corp-mail.com in France?';

  it('checks the texts of a user for what their profile says, and of everybody else for all', async () => {
    expect(await refusalOf(ask('alice', WITH_EMAIL))).toEqual([{ guardrail: 'pii', category: 'email' }]);
    expect((await choose({ userId: 'alice', personalData: false, moderation: true })).body).toEqual({
      userId: 'alice',
      guardrails: { enableContentModeration: true },
    });
    expect((await ask('alice', WITH_EMAIL)).body).toEqual({ answer: 'Paris.' });
    expect(await refusalOf(ask('alice', INSULT))).toContainEqual(
      expect.objectContaining({ guardrail: 'moderation' }),
    );
    expect(await refusalOf(ask('bob', WITH_EMAIL))).toEqual([{ guardrail: 'pii', category: 'email' }]);
    await choose({ userId: 'alice', moderation: false });
    expect((await ask('alice', INSULT)).status).toBe(200);
  });

  it('answers 400 to a request that names nobody, and to a choice that is none', async () => {
    const answers = [await ask(undefined, QUESTION), await choose({ userId: 'alice', strict: 'very' })];
    expect(answers.map(({ status }) => status)).toEqual([400, 400]);
    expect(answers.map(({ body }) => body)).toEqual([
      { error: expect.stringMatching(/^Parameter "User ID" is missing/) },
      { error: expect.stringMatching(/^Parameter "Strict" is "very"/) },
    ]);
  });
});

/** A person takes longer than n8n does until it waits for them. */
async function decide({ decideAt }: Review, approved: unknown): Promise<void> {
  const decided = async () => ((await post(decideAt, { approved })).status === 200 ? true : undefined);
  await waitFor(decided, { what: 'n8n to take the decision', timeoutMs: 10_000 });
}

/** What a text was refused for. */
async function refusalOf(answer: ReturnType<typeof post>): Promise<readonly unknown[]> {
  const { status, body } = await answer;
  expect(status).toBe(422);
  return z.object({ error: z.string(), found: z.array(z.unknown()) }).parse(body).found;
}
