import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { IDLE_MS } from '../../../core/stores/redis/connection/sharedConnection';
import { redisScript } from '../../../core/stores/redis/connection/redisScript';
import { wireOf } from '../../../core/stores/redis/driver/wire';
import { RedisServer } from '../../../scripts/servers/redisServer.mts';
import { waitFor } from '../../../scripts/support/time.mts';
import { FakeClock } from '../../support/fakeClock';
import { cleanUp } from './support/cleanUp';
import { connectionTo } from './support/connections';
import { Observer } from './support/observer';

const ADD = redisScript("return redis.call('INCRBY', KEYS[1], ARGV[1])");
const JOIN = redisScript("return KEYS[1] .. ':' .. ARGV[1]");
const BYTES = redisScript('return string.char(0, 128, 255)');
const WRONG_TYPE = redisScript("return redis.call('LPUSH', KEYS[1], ARGV[1])");

const bytes = (answer: unknown) => answer;

let server: RedisServer;
let observer: Observer;

beforeAll(async () => {
  server = await RedisServer.start();
  observer = new Observer(server.url);
});

beforeEach(async () => {
  await observer.redis.flushall();
  await observer.redis.script('FLUSH');
  await observer.redis.config('RESETSTAT');
});

afterEach(cleanUp);

afterAll(async () => {
  observer.close();
  await server.stop();
});

const untilConnections = (count: number) =>
  waitFor(async () => ((await observer.connections()) === count ? true : undefined), {
    what: `${String(count)} connections`,
    timeoutMs: 5_000,
    intervalMs: 10,
  });

describe('a script', () => {
  it('takes one round trip: its text is sent the first time only', async () => {
    const redis = connectionTo({ url: server.url });
    for (let round = 1; round <= 3; round += 1)
      expect(await redis.run(ADD, 'n', '2', Number)).toBe(2 * round);
    expect(await observer.calls('eval')).toBe(1);
    expect(await observer.calls('evalsha')).toBe(3);
  });

  it('takes any text as it is, and gives any bytes', async () => {
    const redis = connectionTo({ url: server.url });
    const odd = ['', ' ', 'ü€\u{1F600}', '\r\n$3\r\nDEL', '"{}"', '\0', 'x'.repeat(10_000)];
    for (const text of odd) {
      expect(await redis.run(JOIN, text, text, bytes)).toEqual(Buffer.from(`${text}:${text}`));
      expect(await redis.command('ECHO', text)).toBe(text);
    }
    for (let round = 0; round < 2; round += 1) {
      expect(await redis.run(BYTES, 'key', '', bytes)).toEqual(Buffer.from([0, 128, 255]));
    }
  });

  it('is sent again when Redis has forgotten it, and counts once', async () => {
    const redis = connectionTo({ url: server.url });
    await redis.run(ADD, 'n', '1', Number);
    await observer.redis.script('FLUSH');
    const calls = Array.from({ length: 64 }, () => redis.run(ADD, 'n', '1', Number));
    await Promise.all(calls);
    expect(await redis.command('GET', 'n')).toBe('65');
  });

  it('says what Redis refuses, in words of its own and not in those of the command', async () => {
    const redis = connectionTo({ url: server.url });
    await redis.command('SET', 'text', 'secret-value');
    const failing = redis.run(WRONG_TYPE, 'text', 'secret-argument', Number);
    await expect(failing).rejects.toMatchObject({
      code: 'REDIS_REFUSED',
      reply: 'WRONGTYPE',
      message: expect.stringMatching(/^Redis refused a command: WRONGTYPE .+ wrong kind of value/),
    });
    await failing.catch((error: unknown) => {
      expect(error).not.toHaveProperty('command');
      expect(error).not.toHaveProperty('cause');
    });
    expect(await redis.command('GET', 'text')).toBe('secret-value');
  });
});

describe('a connection', () => {
  it('is one for all who use the same settings', async () => {
    const users = Array.from({ length: 10 }, () => connectionTo({ url: server.url }));
    await Promise.all(users.map((redis) => redis.run(ADD, 'n', '1', Number)));
    expect(await observer.connections()).toBe(1);
    const byName = connectionTo({ host: '127.0.0.1', port: server.port, prefix: 'other' });
    expect(await byName.command('GET', 'n')).toBe('10');
    expect(await observer.connections()).toBe(1);
  });

  it('is another for other settings', async () => {
    const users = [{}, { database: 1 }, { commandTimeoutMs: 900 }].map((more) =>
      connectionTo({ url: server.url, ...more }),
    );
    await Promise.all(users.map((redis, index) => redis.command('SET', 'who', String(index))));
    expect(await observer.connections()).toBe(3);
    expect(await users[1]?.command('GET', 'who')).toBe('1');
  });

  it('has a socket whose writes can be held back, though ioredis does not promise it', async () => {
    await observer.redis.ping();
    expect(wireOf(observer.redis)).toHaveProperty('writable', true);
    expect(wireOf({})).toBeUndefined();
    expect(wireOf({ stream: { writable: true } })).toBeUndefined();
  });

  it('is not made before it is used', async () => {
    const redis = connectionTo({ url: server.url });
    expect(await observer.connections()).toBe(0);
    await redis.command('PING');
    expect(await observer.connections()).toBe(1);
  });

  it('ends when its last user closes, who then cannot go on', async () => {
    const [first, second] = [connectionTo({ url: server.url }), connectionTo({ url: server.url })];
    await Promise.all([first.command('PING'), second.command('PING')]);
    await first.close();
    await first.close();
    expect(await second.command('PING')).toBe('PONG');
    await second.close();
    await untilConnections(0);
    await expect(second.run(ADD, 'n', '1', Number)).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: 'The Redis store was closed',
    });
  });

  it('lets what is under way end before it closes', async () => {
    const redis = connectionTo({ url: server.url });
    await redis.run(ADD, 'n', '1', Number);
    const calls = Array.from({ length: 64 }, () => redis.run(ADD, 'n', '1', Number));
    await redis.close();
    expect(new Set(await Promise.all(calls)).size).toBe(64);
  });

  it('closes even when it is just being opened', async () => {
    const redis = connectionTo({ url: server.url });
    const call = redis.command('PING');
    await redis.close();
    expect(await call).toBe('PONG');
    await untilConnections(0);
  });

  it('closes when nobody has used it for a minute, and opens again for the next call', async () => {
    const clock = new FakeClock();
    const redis = connectionTo({ url: server.url }, clock);
    await redis.command('PING');
    await clock.advance(IDLE_MS - 1);
    await redis.command('PING');
    await clock.advance(IDLE_MS - 1);
    expect(await observer.connections()).toBe(1);
    await clock.advance(1);
    await untilConnections(0);
    expect(await redis.command('PING')).toBe('PONG');
    expect(await observer.connections()).toBe(1);
  });
});
