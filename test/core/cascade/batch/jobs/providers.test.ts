import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CascadeRun } from '../../../../../core/cascade/batch/cascadeRun';
import { runInJobs, type RunInJobsConfig } from '../../../../../core/cascade/batch/jobs/runInJobs';
import { CascadeAgent } from '../../../../../core/cascade/cascadeAgent';
import type { CascadeModel } from '../../../../../core/cascade/engine/cascadeModel';
import { AnthropicModel } from '../../../../../core/models/anthropic/anthropicModel';
import { OpenAiCompatibleModel } from '../../../../../core/models/openAiCompatible/openAiCompatibleModel';
import { systemClock, type Clock } from '../../../../../core/time/clock';
import type { Behaviour } from '../../../../../scripts/modelServer/behaviour.mts';
import type { JobRules } from '../../../../../scripts/modelServer/jobs/jobRules.mts';
import { lastTextOf, type ModelRequest } from '../../../../../scripts/modelServer/request.mts';
import { ModelServer } from '../../../../../scripts/modelServer/server.mts';
import { fetchHttp } from '../../../../support/fetchHttp';
import { capital, QUERIES, REFUSAL } from './jobStage';

/** A clock on which a minute takes a moment. */
const fast: Clock = {
  now: () => systemClock.now(),
  sleep: (ms, signal) => systemClock.sleep(ms / 1000, signal),
};

type Api = 'openAi' | 'anthropic';

const NAMES: Readonly<Record<Api, readonly [string, string]>> = {
  openAi: ['gpt-4o-mini', 'gpt-4o'],
  anthropic: ['claude-haiku-4-5', 'claude-opus-4-5'],
};

/** The cheaper model of each provider knows two of four. */
function respond({ body }: ModelRequest): Behaviour {
  const asked = lastTextOf('user', body);
  const isCheap = Object.values(NAMES).some(([cheap]) => cheap === body.model);
  const knows = !isCheap || /Japan|Italy/.test(asked);
  return {
    kind: 'reply',
    text: knows ? capital(asked) : REFUSAL,
    usage: { inputTokens: 100, outputTokens: 20 },
  };
}

let server: ModelServer;
let rules: JobRules;

beforeAll(async () => {
  server = await ModelServer.start(respond, [], { jobs: () => rules });
});
afterAll(() => server.stop());
beforeEach(() => {
  rules = { endsAtLook: 2 };
  server.forgetRequests();
});

function models(api: Api): CascadeModel[] {
  return NAMES[api].map((name) => {
    const http = fetchHttp(server.url, { 'x-api-key': 'a-key', 'anthropic-version': '2023-06-01' });
    const chat =
      api === 'openAi'
        ? new OpenAiCompatibleModel({ model: name, http })
        : new AnthropicModel({ model: name, http });
    return { name, chat, jobs: chat.jobs };
  });
}

function run(api: Api, config: RunInJobsConfig = {}) {
  const runs = QUERIES.map((query): CascadeRun => (context) => {
    const { signal, traffic } = context;
    const agent = new CascadeAgent({ models: context.models(models(api)) });
    return agent.run(query, { signal, traffic });
  });
  return runInJobs(runs, { clock: fast, ...config });
}

describe.each(['openAi', 'anthropic'] as const)('a batch in jobs of %s', (api) => {
  it('drafts in one job and verifies in another, at the price of jobs', async () => {
    const { items, left } = await run(api);
    expect(items.map((item) => item?.value?.output)).toEqual(QUERIES.map(capital));
    expect(left.size).toBe(0);
    expect(server.jobs.map(({ requests }) => requests.length)).toEqual([4, 2]);
    const [accepted] = items;
    expect(accepted?.value?.cascade.attempts[0]).toMatchObject({ inputTokens: 100, outputTokens: 20 });
    const full = api === 'openAi' ? 0.000027 : 0.0002;
    expect(accepted?.costUsd).toBeCloseTo(full / 2, 9);
    expect(accepted?.value?.cascade.baselineCostUsd).toBeGreaterThan(full);
  });

  it('leaves all queries where there is no such API, and none is lost', async () => {
    rules = { refusals: [{ at: api === 'openAi' ? 'upload' : 'create', status: 404 }] };
    const { items, left } = await run(api);
    expect(items).toEqual([undefined, undefined, undefined, undefined]);
    expect([...left.values()].map(({ error }) => error.code)).toEqual(QUERIES.map(() => 'JOBS_UNAVAILABLE'));
  });

  it('keeps what was answered before the job expired', async () => {
    rules = { ending: 'expired', answeredBefore: 3 };
    const { items, left } = await run(api);
    expect(items.map((item) => item?.status)).toEqual(['done', 'done', 'done', undefined]);
    expect([...left.values()].map(({ error }) => error.code)).toEqual(['JOB_EXPIRED']);
  });

  it('bears a provider that cannot be asked for a while', async () => {
    rules = {
      endsAtLook: 2,
      refusals: [
        { at: 'look', status: 503, times: 3 },
        { at: 'results', status: 500, times: 1 },
      ],
    };
    const { items } = await run(api);
    expect(items.map((item) => item?.status)).toEqual(QUERIES.map(() => 'done'));
    expect(server.jobs).toHaveLength(2);
  });

  it('does not submit a job twice whose answer was lost on the way', async () => {
    rules = { refusals: [{ at: 'create', status: 0, done: true }] };
    const { items, left } = await run(api);
    const ids = server.jobs.flatMap(({ requests }) => requests.map(({ customId }) => customId));
    expect(new Set(ids).size).toBe(ids.length);
    // Of OpenAI's jobs it can be found out whether they were taken.
    const codes = [...left.values()].map(({ error }) => error.code);
    expect(codes).toEqual(api === 'openAi' ? [] : QUERIES.map(() => 'JOB_LOST'));
    expect(items.filter((item) => item?.status === 'done')).toHaveLength(api === 'openAi' ? 4 : 0);
  });
});
