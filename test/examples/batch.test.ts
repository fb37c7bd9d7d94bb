import { afterEach, describe, expect, it } from '@jest/globals';
import { BatchProcessingError, MemoryStore, OpenAiCompatibleModel, type Http } from '../../core';
import { vectorsOf } from '../../examples/library/anyBatch';
import { answerAll, type Night } from '../../examples/library/batch';
import { collect, submit } from '../../examples/library/providerJobs';
import type { JobRules } from '../../scripts/modelServer/jobs/jobRules.mts';
import { lastTextOf } from '../../scripts/modelServer/request.mts';
import { ModelServer } from '../../scripts/modelServer/server.mts';
import { fetchHttp } from '../support/fetchHttp';

const DRAFTER = 'gpt-4o-mini';
const usage = { inputTokens: 1000, outputTokens: 100 };
const capitals = (count: number) =>
  Array.from({ length: count }, (_, index) => `What is the capital of country ${String(index + 1)}?`);

const started: ModelServer[] = [];

afterEach(async () => {
  for (const server of started.splice(0)) await server.stop();
});

/** Fails at Atlantis, and has the verifier speak of Rome. */
async function startModels(jobs?: () => JobRules) {
  const server = await ModelServer.start(
    ({ body }) => {
      const question = lastTextOf('user', body);
      if (question.includes('Atlantis')) return { kind: 'error', status: 401, message: 'Wrong key' };
      const refuses = question.includes('Rome') && body.model === DRAFTER;
      return { kind: 'reply', text: refuses ? "I'm sorry, but I can't help with that." : 'Paris.', usage };
    },
    [],
    jobs ? { jobs } : {},
  );
  started.push(server);
  const models = [DRAFTER, 'gpt-4o'].map((model) => {
    const chat = new OpenAiCompatibleModel({ model, http: fetchHttp(server.url) });
    return { name: model, chat, jobs: chat.jobs };
  });
  return { server, models };
}

describe('batch', () => {
  const said: string[] = [];
  const night = (more: Partial<Night> = {}): Night => ({
    name: 'night-1',
    store: new MemoryStore(),
    maxCostUsd: 1,
    say: (line) => said.push(line),
    ...more,
  });

  it('answers all, tells how far it is, and pays for no answer twice', async () => {
    const { server, models } = await startModels();
    const questions = [...capitals(150), 'What is the capital of Atlantis?', ...capitals(1)];
    const store = new MemoryStore();
    const first = await answerAll(models, questions, night({ store }));
    expect(first.answers.filter((answer) => answer === 'Paris.')).toHaveLength(151);
    expect(first.unanswered).toEqual([
      { question: 'What is the capital of Atlantis?', why: 'No model of the cascade gave an answer' },
    ]);
    expect(first.costUsd).toBeCloseTo(150 * 0.00021, 9);
    expect(said).toEqual(['100 of 152', expect.stringMatching(/^151 answers, \d+ at once$/)]);

    server.forgetRequests();
    const again = await answerAll(models, questions, night({ store }));
    expect(again).toEqual({ ...first, costUsd: 0 });
    expect(server.requests.map(({ body }) => lastTextOf('user', body))).toEqual(
      Array<string>(2).fill('What is the capital of Atlantis?'),
    );
  });

  it('leaves unasked what would cost more than it may', async () => {
    const { models } = await startModels();
    const { answers, unanswered, costUsd } = await answerAll(
      models,
      capitals(400),
      night({ maxCostUsd: 0.005 }),
    );
    expect(costUsd).toBeLessThanOrEqual(0.005);
    expect(answers.filter((answer) => answer === undefined)).toHaveLength(unanswered.length);
    expect(unanswered.at(-1)).toEqual({ question: capitals(400).at(-1), why: 'not asked: cost' });
  });
});

describe('anyBatch', () => {
  const response = (status: number, body: unknown, headers: Record<string, string> = {}) => ({
    status,
    header: (name: string) => new Map(Object.entries(headers)).get(name),
    body,
  });

  it('asks once for each text, waits where it is told to, and tries again what may pass', async () => {
    const asked: unknown[] = [];
    const http: Http = ({ body }) => {
      asked.push(body);
      if (asked.length === 2) return Promise.resolve(response(429, {}, { 'retry-after-ms': '50' }));
      if (asked.length === 3) return Promise.resolve(response(503, {}));
      return Promise.resolve(response(200, { vectorOf: body }));
    };
    const texts = [...capitals(20), ...capitals(20)];
    const vectors = await vectorsOf(texts, http);
    expect(vectors).toEqual(texts.map((input) => ({ vectorOf: { input } })));
    expect(asked).toHaveLength(22);
  });

  it('fails with all that there is when a text has no vector', async () => {
    const http: Http = ({ body }) =>
      Promise.resolve(JSON.stringify(body).includes('country 2') ? response(400, {}) : response(200, 'v'));
    const failure = await vectorsOf(capitals(3), http).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(BatchProcessingError);
    expect(failure).toMatchObject({ result: { done: 2, failed: 1 }, cause: { status: 400 } });
  });
});

describe('providerJobs', () => {
  it('goes on from what was kept, pass by pass, in one process after the other', async () => {
    const { server, models } = await startModels(() => ({ endsAtLook: 2 }));
    const questions = [...capitals(3), 'What is the capital of Rome?', 'What is the capital of Atlantis?'];
    let kept = '';
    const keep = (record: unknown) => {
      kept = JSON.stringify(record);
      return Promise.resolve();
    };
    const asked = { questions, models, keep };
    await submit(asked);
    const looks = [];
    do looks.push(await collect(asked, JSON.parse(kept)));
    while (looks.at(-1) === undefined);
    expect(looks.at(-1)).toEqual(['Paris.', 'Paris.', 'Paris.', 'Paris.', null]);
    expect(server.jobs.map(({ requests }) => requests.length)).toEqual([5, 2]);
    expect(server.requests).toEqual([]);
    expect(looks.length).toBeGreaterThan(2);
  });
});
