import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { RedisConnection } from '../../../core/stores/redis/connection/redisConnection';
import { redisScript } from '../../../core/stores/redis/connection/redisScript';
import { LOOPBACK } from '../../../scripts/support/ports.mts';
import { sleep, waitFor } from '../../../scripts/support/time.mts';
import type { RedisServer } from '../../../scripts/servers/redisServer.mts';
import { afterwards, cleanUp } from './support/cleanUp';
import { connectionTo, failureOf, observing, serverWith } from './support/connections';
import { SlowRoad } from './support/slowRoad';

const ADD = redisScript("return redis.call('INCRBY', KEYS[1], ARGV[1])");
const COMMAND_TIMEOUT_MS = 400;
const CONNECT_TIMEOUT_MS = 600;
/** This machine may be busy. */
const SLACK_MS = 600;

let server: RedisServer;
let redis: RedisConnection;

const add = () => redis.run(ADD, 'n', '1', Number);
const timeouts = { commandTimeoutMs: COMMAND_TIMEOUT_MS, connectTimeoutMs: CONNECT_TIMEOUT_MS };

beforeEach(async () => {
  server = await serverWith({ appendOnly: true });
  redis = connectionTo({ url: server.url, ...timeouts });
});

afterEach(cleanUp);

/** Calls until one is answered. */
function untilBack(): Promise<number> {
  return waitFor(() => add().catch(() => undefined), {
    what: 'an answer',
    timeoutMs: 10_000,
    intervalMs: 10,
  });
}

describe('a server that dies', () => {
  it('fails what is under way, once and at once', async () => {
    await add();
    server.pause();
    const calls = Array.from({ length: 64 }, () => failureOf(add()));
    await sleep(20);
    process.kill(server.pid, 'SIGKILL');
    for (const { error, ms } of await Promise.all(calls)) {
      expect(error).toMatchObject({
        code: 'STORE_UNAVAILABLE',
        message: expect.stringMatching(/broke the connection off$/),
      });
      expect(ms).toBeLessThan(COMMAND_TIMEOUT_MS);
    }
  });

  it('never carries a call out twice, and none that it did not answer is lost', async () => {
    let answered = 0;
    let asked = 0;
    let calling = true;
    const callers = Array.from({ length: 8 }, async () => {
      while (calling) {
        asked += 1;
        await add().then(
          () => (answered += 1),
          () => sleep(5),
        );
      }
    });
    for (let round = 0; round < 3; round += 1) {
      await sleep(100);
      await server.restart();
    }
    await sleep(100);
    calling = false;
    await Promise.all(callers);
    const counted = (await untilBack()) - 1;
    expect(answered).toBeGreaterThan(100);
    expect(counted).toBeGreaterThanOrEqual(answered);
    expect(counted).toBeLessThanOrEqual(asked);
  });

  it('is found again by whoever calls while it starts', async () => {
    await add();
    await server.kill();
    const [, count] = await Promise.all([server.restart(), sleep(50).then(untilBack)]);
    expect(count).toBe(2);
    expect(await observing(server).connections()).toBe(1);
  });

  it('makes a call wait for its return, and no longer than agreed', async () => {
    await add();
    await server.kill();
    await expect(add()).rejects.toThrow();
    const { error, ms } = await failureOf(add());
    expect(error).toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: `Redis at ${LOOPBACK}:${String(server.port)} refuses connections`,
    });
    expect(ms).toBeGreaterThan(COMMAND_TIMEOUT_MS - 50);
    expect(ms).toBeLessThan(COMMAND_TIMEOUT_MS + SLACK_MS);
  });

  it('says so when it no longer takes the password', async () => {
    await add();
    const { redis: admin } = observing(server);
    await admin.config('SET', 'requirepass', 'another');
    await admin.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
    await failureOf(add());
    const { error, ms } = await failureOf(add());
    expect(error).toMatchObject({ message: expect.stringMatching(/ asks for a password$/) });
    expect(ms).toBeLessThan(COMMAND_TIMEOUT_MS + SLACK_MS);
    await admin.config('SET', 'requirepass', '');
    expect(await untilBack()).toBe(2);
  });

  it('may come back empty, without its scripts', async () => {
    const other = await serverWith();
    redis = connectionTo({ url: other.url, ...timeouts });
    await add();
    await other.restart();
    expect(await untilBack()).toBe(1);
  });
});

describe('a server that hangs', () => {
  it('fails all calls within their time, and serves again when it goes on', async () => {
    await add();
    server.pause();
    const calls = Array.from({ length: 64 }, () => failureOf(add()));
    for (const { error, ms } of await Promise.all(calls)) {
      expect(error).toMatchObject({
        code: 'STORE_UNAVAILABLE',
        message: expect.stringMatching(/gave no answer in time$/),
      });
      expect(ms).toBeLessThan(COMMAND_TIMEOUT_MS + SLACK_MS);
    }
    const { error, ms } = await failureOf(add());
    expect(error).toHaveProperty('code', 'STORE_UNAVAILABLE');
    expect(ms).toBeLessThan(COMMAND_TIMEOUT_MS + SLACK_MS);
    server.resume();
    expect(await untilBack()).toBeGreaterThan(1);
  });

  it('fails a first call within the time for a connection', async () => {
    server.pause();
    const { error, ms } = await failureOf(add());
    expect(error).toMatchObject({ message: expect.stringMatching(/gave no answer in time$/) });
    expect(ms).toBeLessThan(CONNECT_TIMEOUT_MS + SLACK_MS);
    server.resume();
    expect(await add()).toBe(1);
  });

  it('does not keep anybody from closing', async () => {
    await add();
    server.pause();
    const call = failureOf(add());
    const start = performance.now();
    await redis.close();
    expect(performance.now() - start).toBeLessThan(COMMAND_TIMEOUT_MS + SLACK_MS);
    expect((await call).error).toHaveProperty('code', 'STORE_UNAVAILABLE');
  });
});

describe('a server that is slow', () => {
  async function onSlowRoad(): Promise<SlowRoad> {
    const road = await SlowRoad.to(server.port);
    afterwards(() => road.close());
    redis = connectionTo({ port: road.port, host: LOOPBACK, ...timeouts });
    await add();
    return road;
  }

  it('answers in time when it is not too slow', async () => {
    const road = await onSlowRoad();
    road.delayMs = COMMAND_TIMEOUT_MS / 2;
    const answers = await Promise.all(Array.from({ length: 20 }, add));
    expect(answers.at(-1)).toBe(21);
  });

  it('fails each call within its time, even while other answers keep coming', async () => {
    const road = await onSlowRoad();
    road.delayMs = 3 * COMMAND_TIMEOUT_MS;
    const calls: ReturnType<typeof failureOf>[] = [];
    for (let round = 0; round < 40; round += 1) {
      calls.push(failureOf(add()));
      await sleep(25);
    }
    for (const { error, ms } of await Promise.all(calls)) {
      expect(error).toHaveProperty('code', 'STORE_UNAVAILABLE');
      expect(ms).toBeLessThan(COMMAND_TIMEOUT_MS + SLACK_MS);
    }
  });

  it('is not blamed when this process was too busy to read', async () => {
    await add();
    const calls = Promise.all(Array.from({ length: 10 }, add));
    const start = performance.now();
    while (performance.now() - start < 3 * COMMAND_TIMEOUT_MS);
    expect(await calls).toHaveLength(10);
  });
});
