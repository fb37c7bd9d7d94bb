import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';
import { readExample, withCredentials } from '../../scripts/examples/example.mts';
import { importExample, saveCredentials } from '../../scripts/examples/importExample.mts';
import { tenantCredentials } from '../../scripts/examples/tenantCredentials.mts';
import type { JobRules } from '../../scripts/modelServer/jobs/jobRules.mts';
import { lastTextOf } from '../../scripts/modelServer/request.mts';
import { ModelServer } from '../../scripts/modelServer/server.mts';
import type { Credential, N8nApi } from '../../scripts/n8n/api.mts';
import type { Execution } from '../../scripts/n8n/execution.mts';
import { waitFor } from '../../scripts/support/time.mts';
import { DataTable } from './support/batch/dataTable';
import { DRAFTER, FAILING, REFUSING, reply } from './support/cascade/exampleModels';
import { changed, having, type Change } from './support/profiles/changes';
import { outputOf } from './support/outputOf';
import { sharedN8n } from './support/sharedN8n';

jest.setTimeout(120_000);

/** Whoever runs an API of their own says what its models cost. */
const modelPrices = {
  prices: [
    { model: DRAFTER, inputPerMillion: 0.15, outputPerMillion: 0.6 },
    { model: 'gpt-4o', inputPerMillion: 2.5, outputPerMillion: 10 },
  ],
};
const BY_HAND = "When clicking 'Execute workflow'";
const SUMMARY = 'The customer said what they think of it.';
const PERCENT = 'What is 17 percent of 340?';
/** What an answer of the drafter costs, and one of the verifier after it, in US dollars. */
const DRAFTED_USD = 0.00021;
const ESCALATED_USD = DRAFTED_USD + 0.0035;

let api: N8nApi;
let models: ModelServer;
let credentials: ReadonlyMap<string, Credential>;
let jobRules: JobRules;
/** What nobody answers at the moment. */
const unanswerable = new Set<string>();

beforeAll(async () => {
  api = sharedN8n();
  models = await ModelServer.start(
    ({ body }) => {
      const question = lastTextOf('user', body);
      if ([...unanswerable].some((text) => question.includes(text))) return FAILING;
      if (body.model === DRAFTER && isHard(question)) return REFUSING;
      return reply(question.startsWith('Summarise this review') ? SUMMARY : `I was asked: ${question}`);
    },
    [],
    { jobs: () => jobRules },
  );
  const cascadeLlm = { apiType: 'openAiCompatible', baseUrl: models.url, apiKey: 'none-needed' };
  credentials = await saveCredentials(api, [
    ...tenantCredentials(models),
    { name: 'Cascade LLM account', type: 'cascadeLlmApi', data: cascadeLlm },
  ]);
});

beforeEach(() => {
  models.forgetRequests();
  unanswerable.clear();
  jobRules = {};
});

afterAll(() => models.stop());

function isHard(question: string): boolean {
  return question === PERCENT || question.endsWith('still wait for my money.');
}

/** Adds to the options of a node. */
function havingOptions(more: INodeParameters): Change {
  return (node) => {
    const options: INodeParameters = Object.assign({}, node.parameters['options'], more);
    return having({ options })(node);
  };
}

async function run(workflowId: string, trigger: string): Promise<Execution> {
  const execution = await api.execution(await api.runManually(workflowId, trigger));
  expect(execution.status).toBe('success');
  return execution;
}

describe('one-batch-by-strategy', () => {
  const strategies = ['Sequential', 'Parallel', 'Adaptive', 'Provider Batch API'];

  /** Whoever runs an API of their own says what its models cost. */
  async function sideBySide() {
    const example = readExample('batch/one-batch-by-strategy.json');
    const priced = changed(
      example,
      Object.fromEntries(
        strategies.map((name) => [name, havingOptions({ modelPrices, jobDiscountPercent: 50 })]),
      ),
    );
    const { id } = await api.createWorkflow(withCredentials(priced, credentials));
    const execution = await run(id, BY_HAND);
    return { execution, rows: outputOf(execution, 'Side by Side') };
  }

  it('answers the same questions under each strategy, and shows what each took', async () => {
    const { execution, rows } = await sideBySide();
    const same = { successRate: 100, askedOneByOne: null, seconds: expect.any(Number) };
    expect(rows).toMatchObject([
      { ...same, strategy: 'sequential', atOnce: 1 },
      { ...same, strategy: 'parallel', atOnce: 8 },
      { ...same, strategy: 'adaptive' },
      { ...same, strategy: 'provider_batch' },
    ]);
    const [alone, , adaptive, jobs] = rows.map(({ costUsd }) => Number(costUsd));
    expect(alone).toBeGreaterThan(23 * DRAFTED_USD);
    expect(adaptive).toBeCloseTo(alone ?? Number.NaN, 9);
    expect(jobs).toBeCloseTo((alone ?? Number.NaN) / 2, 9);
    for (const strategy of strategies) {
      const answers = outputOf(execution, strategy);
      expect(answers.map(({ question }) => question)).toEqual(
        outputOf(execution, 'Each Question').map(({ question }) => question),
      );
      expect(answers).toContainEqual(
        expect.objectContaining({ question: PERCENT, cascade: expect.objectContaining({ escalated: true }) }),
      );
    }
    const [drafts, rejected] = models.jobs.map(({ requests }) => requests.length);
    const [first] = rows;
    expect([drafts, rejected]).toEqual([24, first?.['escalated']]);
    expect(models.requests).toHaveLength(3 * (24 + Number(rejected)));
  });

  it('asks one by one where there is no batch API, and says why', async () => {
    jobRules = { refusals: [{ at: 'upload', status: 404 }] };
    const { execution, rows } = await sideBySide();
    expect(rows[3]).toMatchObject({
      strategy: 'adaptive',
      successRate: 100,
      askedOneByOne: expect.stringContaining('404'),
    });
    const hints = execution.data.resultData.runData['Provider Batch API']?.[0]?.hints ?? [];
    expect(hints).toContainEqual(
      expect.objectContaining({ message: expect.stringMatching(/^The queries were asked one by one\. /) }),
    );
  });
});

describe('nightly-batch', () => {
  const NIGHT = 'Every Hour of the Night';
  let workflow: string;
  let questions: DataTable;
  let failures: DataTable;
  let nights: DataTable;

  beforeAll(async () => {
    workflow = await importExample(api, 'batch/nightly-batch.json', credentials);
    await run(workflow, 'Set Up');
    questions = await DataTable.named('Night questions');
    failures = await DataTable.named('Night failures');
    nights = await DataTable.named('Night summaries');
  });

  it('answers each row once, keeps what failed for the next run, and what each night came to', async () => {
    await questions.add([{ question: PERCENT }, { question: '' }]);
    unanswerable.add('HTTP 429');
    await run(workflow, NIGHT);
    expect(await questions.rows()).toMatchObject([
      { answer: 'I was asked: What is the capital of France?', model: DRAFTER, costUsd: DRAFTED_USD },
      { answer: 'I was asked: Name three uses of vinegar in the household.' },
      { question: 'What does HTTP 429 mean?', answer: null },
      { answer: 'I was asked: Who painted The Night Watch?' },
      { answer: `I was asked: ${PERCENT}`, model: 'gpt-4o', costUsd: expect.closeTo(ESCALATED_USD, 9) },
      { question: '', answer: null },
    ]);
    expect(await failures.rows()).toMatchObject([
      { questionId: 3, error: 'No model of the cascade gave an answer' },
      { questionId: 6, error: expect.stringMatching(/^Parameter "Prompt \(User Message\)" is empty/) },
    ]);

    models.forgetRequests();
    unanswerable.clear();
    await run(workflow, NIGHT);
    expect(models.requests.map(({ body }) => lastTextOf('user', body))).toEqual(['What does HTTP 429 mean?']);
    expect((await questions.rows())[2]).toMatchObject({ answer: 'I was asked: What does HTTP 429 mean?' });
    expect(await failures.rows()).toHaveLength(2);
    expect(await nights.rows()).toMatchObject([
      { batchId: expect.stringMatching(/^night-20\d\d-/), questions: 6, answered: 4, failed: 2, resumed: 0 },
      { questions: 2, answered: 1, failed: 1, notRun: 0, stoppedBecause: null },
    ]);
  });

  it('asks nobody when there is nothing to answer', async () => {
    const open = (await questions.rows()).filter(({ answer }) => answer === null);
    expect(open).toHaveLength(1);
    await run(workflow, NIGHT);
    expect(models.requests).toEqual([]);
  });
});

describe('submit-and-collect', () => {
  const FILE = 'batch/submit-and-collect.json';
  let reviews: DataTable;
  let jobs: DataTable;

  beforeAll(async () => {
    await run(await importExample(api, FILE, credentials), 'Set Up');
    reviews = await DataTable.named('Customer reviews');
    jobs = await DataTable.named('Jobs at the provider');
  });

  const states = async () =>
    (await reviews.rows()).map(({ summary, model, error }) => ({ summary, model, error }));
  const drafted = { summary: SUMMARY, model: DRAFTER, error: null };
  const escalated = { ...drafted, model: 'gpt-4o' };

  it('submits at night, collects by and by, and has what failed answered by the next job', async () => {
    const workflow = await importExample(api, FILE, credentials);
    unanswerable.add('Third order');
    jobRules = { endsAtLook: 2 };
    await run(workflow, 'Every Night');
    const [job] = await jobs.rows();
    expect(job).toMatchObject({ jobId: expect.any(String), status: 'open', reviews: 4 });
    const jobId = job?.['jobId'];
    expect((await reviews.rows()).map((review) => review['jobId'])).toEqual([jobId, jobId, jobId, jobId]);
    await run(workflow, 'Every Night');
    expect(models.jobs).toHaveLength(1);

    const looks = [];
    for (let hour = 0; hour < 4; hour += 1) {
      const execution = await run(workflow, 'Every Hour');
      looks.push(...outputOf(execution, 'Get Results', 2).map(({ job: look }) => look));
    }
    const draft = { model: DRAFTER, requests: 4 };
    const rejected = { model: 'gpt-4o', requests: 2 };
    expect(looks).toMatchObject([
      { status: 'running', pass: 1, providerJobs: [draft] },
      { status: 'running', pass: 2, providerJobs: [draft, rejected] },
      { status: 'running', pass: 2 },
      { status: 'done' },
    ]);
    const unanswered = { summary: null, model: null, error: 'No model of the cascade gave an answer' };
    expect(await states()).toEqual([drafted, unanswered, escalated, drafted]);
    expect(await jobs.rows()).toMatchObject([{ status: 'done', answered: 3, failed: 1 }]);

    unanswerable.clear();
    models.forgetRequests();
    jobRules = {};
    await run(workflow, 'Every Night');
    await run(workflow, 'Every Hour');
    expect(models.jobs.map(({ requests }) => requests.length)).toEqual([1]);
    expect(await states()).toEqual([drafted, drafted, escalated, drafted]);
    expect(await jobs.rows()).toMatchObject([{}, { status: 'done', reviews: 1, answered: 1 }]);
  });

  it('keeps a job open while the provider is away, and notes why', async () => {
    const workflow = await importExample(api, FILE, credentials);
    await reviews.add([{ review: 'It came with a scratch.' }]);
    await run(workflow, 'Every Night');
    jobRules = { refusals: [{ at: 'look', status: 401, message: 'Wrong key', times: 1 }] };
    await run(workflow, 'Every Hour');
    expect((await jobs.rows()).at(-1)).toMatchObject({
      status: 'open',
      error: expect.stringContaining('Wrong key'),
    });
    await run(workflow, 'Every Hour');
    expect((await jobs.rows()).at(-1)).toMatchObject({ status: 'done', error: null });
    expect((await states()).at(-1)).toEqual(drafted);
  });

  it('does the same on its schedules, out of what n8n saves between them', async () => {
    const often = (seconds: number) =>
      having({ rule: { interval: [{ field: 'seconds', secondsInterval: seconds }] } });
    const example = changed(readExample(FILE), { 'Every Night': often(6), 'Every Hour': often(4) });
    const { id } = await api.createWorkflow(withCredentials(example, credentials));
    await reviews.add([{ review: 'Good value.' }, { review: 'I still wait for my money.' }]);
    await api.publish(id);
    try {
      await waitFor(
        async () =>
          (await jobs.rows()).at(-1)?.['reviews'] === 2
            ? ((await jobs.rows()).at(-1)?.['answered'] ?? undefined)
            : undefined,
        { what: 'the job to be done', timeoutMs: 30_000, intervalMs: 500 },
      );
    } finally {
      await api.unpublish(id);
    }
    expect(models.jobs.map(({ requests }) => requests.length)).toEqual([2, 1]);
    expect((await states()).slice(-2)).toEqual([drafted, escalated]);
  });
});

describe('per-tenant-batch', () => {
  it('holds each customer to their own limits and guardrails within one batch', async () => {
    const workflow = await importExample(api, 'batch/per-tenant-batch.json', credentials);
    const execution = await run(workflow, BY_HAND);
    expect(outputOf(execution, 'Side by Side')).toMatchObject([
      { customer: 'acme', tier: 'FREE', answered: 10, refused: 2, overLimit: 2 },
      { customer: 'globex', tier: 'STARTER', answered: 4, refused: 0, overLimit: 0 },
      { customer: 'initech', tier: 'PRO', answered: 3, refused: 1, overLimit: 0 },
    ]);
    const overLimit = {
      customer: 'acme',
      why: 'The limit of requests per hour is reached',
      limit: 'hourly',
      tryAgainAt: expect.stringMatching(/^20\d\d-/),
    };
    expect(outputOf(execution, 'Refused')).toMatchObject([
      overLimit,
      overLimit,
      {
        customer: 'initech',
        why: expect.stringMatching(/stopped by a guardrail: moderation/),
        limit: null,
        tryAgainAt: null,
      },
    ]);
    const asked = models.requests.map(({ body }) => lastTextOf('user', body));
    expect(new Set(asked).size).toBe(17);
    expect(asked).toContain('Write a polite reminder to [EMAIL_1] that her invoice is due.');
    expect(outputOf(execution, 'Answered')).toContainEqual(
      expect.objectContaining({
        answer: expect.stringContaining('jane.doe@corp-mail.com'),
        bookedUsd: DRAFTED_USD,
      }),
    );
    for (const { tryAgainAt } of outputOf(execution, 'Refused').slice(0, 2)) {
      const minutes = (Date.parse(String(tryAgainAt)) - Date.now()) / 60_000;
      expect(minutes).toBeGreaterThan(55);
      expect(minutes).toBeLessThanOrEqual(60);
    }

    models.forgetRequests();
    const again = await run(workflow, BY_HAND);
    expect(outputOf(again, 'Side by Side')).toMatchObject([
      { customer: 'acme', answered: 0, overLimit: 12 },
      { customer: 'globex', answered: 4 },
      { customer: 'initech', answered: 3 },
    ]);
    expect(new Set(models.requests.map(({ body }) => lastTextOf('user', body))).size).toBe(7);
  });
});
