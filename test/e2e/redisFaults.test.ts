import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { N8nApi } from '../../scripts/n8n/api.mts';
import { RedisServer } from '../../scripts/servers/redisServer.mts';
import { freePort, LOOPBACK } from '../../scripts/support/ports.mts';
import { waitFor } from '../../scripts/support/time.mts';
import { publishCheck, type CheckWorkflow } from './support/checkWorkflow';
import { n8nUrl, sharedN8n } from './support/sharedN8n';

jest.setTimeout(60_000);

/** What a call may wait for a connection, and for an answer, and what n8n itself may take on a busy machine. */
const CONNECT_MS = 5000;
const ANSWER_MS = 1000;
const N8N_MS = 5000;

const policies = ['fail', 'allow', 'refuse'] as const;
const statusOf = { fail: 500, allow: 200, refuse: 429 };

let api: N8nApi;
let redis: RedisServer;
let workflow: CheckWorkflow;

beforeAll(async () => {
  api = sharedN8n();
  redis = await RedisServer.start({ appendOnly: true });
  workflow = await publishOn({ port: redis.port });
});

afterAll(() => redis.stop());

async function publishOn(data: Readonly<Record<string, unknown>>): Promise<CheckWorkflow> {
  const credential = await api.createCredential({
    name: 'Test Redis',
    type: 'cascadeRedisApi',
    data: { host: LOOPBACK, ...data },
  });
  return await publishCheck(api, n8nUrl(), { redis: credential });
}

interface Expectation {
  readonly error: string;
  readonly withinMs: number;
}

/** One call with each setting of If Store Is Unavailable, at the same time. */
async function expectAll({ call }: CheckWorkflow, { error, withinMs }: Expectation): Promise<void> {
  const answers = await Promise.all(policies.map((policy) => call('alice', policy)));
  for (const [index, policy] of policies.entries()) {
    const { status, body, ms } = answers[index] ?? {};
    const unjudged = {
      rateLimit: { allowed: policy === 'allow', storeUnavailable: true, reservationId: null, usage: null },
    };
    expect([policy, status]).toEqual([policy, statusOf[policy]]);
    expect(body).toMatchObject(policy === 'fail' ? { error } : unjudged);
    expect(ms).toBeLessThan(withinMs);
  }
}

const used = (count: number) => ({ rateLimit: { allowed: true, usage: { hourly: { used: count } } } });

/** The first answer that is not a failure: n8n looks for a lost Redis every two seconds at least. */
const whenBack = ({ call }: CheckWorkflow, userId: string) =>
  waitFor(
    async () => {
      const answer = await call(userId);
      return answer.status === 200 ? answer : undefined;
    },
    { what: 'n8n to find Redis again', timeoutMs: 20_000 },
  );

describe('a Redis that cannot be used', () => {
  it('because nobody listens there', async () => {
    const port = await freePort();
    await expectAll(await publishOn({ port }), {
      error: `Redis at ${LOOPBACK}:${String(port)} refuses connections`,
      withinMs: CONNECT_MS + N8N_MS,
    });
  });

  it('because of a wrong password, which is shown nowhere', async () => {
    const guarded = await RedisServer.start({ password: 'right' });
    const wrong = await publishOn({ port: guarded.port, password: 'a wrong password' });
    await expectAll(wrong, {
      error: `Redis at ${LOOPBACK}:${String(guarded.port)} refuses the user name or the password`,
      withinMs: CONNECT_MS + N8N_MS,
    });
    const [last] = await api.executions(wrong.id, 1);
    expect(JSON.stringify(await api.execution(last?.id ?? ''))).not.toContain('a wrong password');
    await guarded.stop();
  });

  it('because it hangs from the start on', async () => {
    const hanging = await RedisServer.start();
    hanging.pause();
    await expectAll(await publishOn({ port: hanging.port }), {
      error: `Redis at ${LOOPBACK}:${String(hanging.port)} gave no answer in time`,
      withinMs: CONNECT_MS + N8N_MS,
    });
    await hanging.stop();
  });
});

describe('a Redis that fails while requests are made', () => {
  it('because it died: what it had acknowledged counts when it is back', async () => {
    expect((await workflow.call('bob')).body).toMatchObject(used(1));
    await redis.kill();
    await expectAll(workflow, {
      error: `Redis at ${LOOPBACK}:${String(redis.port)} refuses connections`,
      withinMs: ANSWER_MS + N8N_MS,
    });
    await redis.restart();
    expect((await whenBack(workflow, 'bob')).body).toMatchObject(used(2));
  });

  it('because it hangs: nobody waits longer than for an answer, and it serves again when it goes on', async () => {
    expect((await workflow.call('carol')).body).toMatchObject(used(1));
    redis.pause();
    const start = performance.now();
    const calls = await Promise.all(Array.from({ length: 20 }, () => workflow.call('carol', 'refuse')));
    expect(performance.now() - start).toBeLessThan(ANSWER_MS + 2 * N8N_MS);
    expect(calls.map(({ status }) => status)).toEqual(Array<number>(20).fill(429));
    await expectAll(workflow, {
      error: `Redis at ${LOOPBACK}:${String(redis.port)} gave no answer in time`,
      withinMs: ANSWER_MS + N8N_MS,
    });
    redis.resume();
    expect((await whenBack(workflow, 'carol')).body).toMatchObject({ rateLimit: { allowed: true } });
  });

  it('because it came back empty: it counts anew', async () => {
    const forgetful = await RedisServer.start();
    const other = await publishOn({ port: forgetful.port });
    expect((await other.call('dave')).body).toMatchObject(used(1));
    await forgetful.restart();
    expect((await whenBack(other, 'dave')).body).toMatchObject(used(1));
    await forgetful.stop();
  });
});
