import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { redisScript } from '../../../core/stores/redis/connection/redisScript';
import type { RedisOptions } from '../../../core/stores/redis/redisOptions';
import { RedisServer } from '../../../scripts/servers/redisServer.mts';
import { LOOPBACK } from '../../../scripts/support/ports.mts';
import { cleanUp } from './support/cleanUp';
import { connectionTo, failureOf, observing, serverWith } from './support/connections';

const SECRET = 'correct-horse';
const WRONG_SECRET = 'battery-staple';
const SET = redisScript("redis.call('SET', KEYS[1], ARGV[1]) return 1");

let plain: RedisServer;
let withPassword: RedisServer;
let withUser: RedisServer;
let withTls: RedisServer;

beforeAll(async () => {
  // ioredis says there what the bundle takes out of it.
  jest.spyOn(console, 'warn').mockReturnValue();
  [plain, withPassword, withUser, withTls] = await Promise.all([
    RedisServer.start({ databases: 4 }),
    RedisServer.start({ password: SECRET }),
    RedisServer.start({ user: { name: 'ann', password: SECRET } }),
    RedisServer.start({ tls: true }),
  ]);
});

afterEach(cleanUp);

afterAll(() => Promise.all([plain, withPassword, withUser, withTls].map((server) => server.stop())));

const at = ({ port }: RedisServer, more: RedisOptions = {}): RedisOptions => ({
  host: LOOPBACK,
  port,
  ...more,
});

describe('what serves', () => {
  it.each<[string, () => RedisOptions]>([
    ['a server that asks for nothing', () => at(plain)],
    ['a password that nobody asked for', () => at(plain, { password: SECRET })],
    ['the last database', () => at(plain, { database: 3 })],
    ['the right password', () => at(withPassword, { password: SECRET })],
    ['the right password in the address', () => ({ url: withPassword.url })],
    ['the right user', () => at(withUser, { username: 'ann', password: SECRET })],
    ['TLS with the right authority', () => at(withTls, { tls: { ca: withTls.certificate ?? '' } })],
    ['TLS by name', () => at(withTls, { host: 'localhost', tls: { ca: withTls.certificate ?? '' } })],
    ['TLS without a check', () => ({ url: withTls.url, tls: { rejectUnauthorized: false } })],
  ])('%s', async (_, options) => {
    expect(await connectionTo(options()).run(SET, 'key', 'value', Number)).toBe(1);
  });
});

describe('what does not serve', () => {
  it.each<[string, () => RedisOptions, RegExp]>([
    ['nobody there', () => ({ host: LOOPBACK, port: 9 }), /^Redis at 127\.0\.0\.1:9 refuses connections$/],
    [
      'an unknown host',
      () => ({ host: 'redis.invalid' }),
      /^Redis at redis\.invalid:6379 cannot be found: nobody knows the host$/,
    ],
    ['no password', () => at(withPassword), /asks for a password$/],
    [
      'a wrong password',
      () => at(withPassword, { password: WRONG_SECRET }),
      /refuses the user name or the password$/,
    ],
    [
      'an unknown user',
      () => at(withUser, { username: 'bob', password: SECRET }),
      /refuses the user name or the password$/,
    ],
    ['a database that is not there', () => at(plain, { database: 4 }), /has no database of that number$/],
    ['no TLS for a server that wants it', () => at(withTls), /broke the connection off$/],
    [
      'TLS for a server without',
      () => at(plain, { tls: true, connectTimeoutMs: 300 }),
      /could not be connected to in time$|gave no answer in time$/,
    ],
    [
      'a certificate that nobody trusts',
      () => at(withTls, { tls: true }),
      /shows a TLS certificate that is not trusted$/,
    ],
    ['cluster mode for a single server', () => at(plain, { cluster: true }), /is no cluster$/],
    [
      'a wrong password of a cluster',
      () => at(withPassword, { cluster: true, password: WRONG_SECRET }),
      /refuses the user name or the password$/,
    ],
    ['no cluster there', () => ({ host: LOOPBACK, port: 9, cluster: true }), /broke the connection off$/],
  ])('%s is said in time, without a secret', async (_, options, message) => {
    const { error, ms } = await failureOf(connectionTo(options()).run(SET, 'key', 'value', Number));
    expect(error).toMatchObject({
      name: 'StoreUnavailableError',
      code: 'STORE_UNAVAILABLE',
      message: expect.stringMatching(message),
      hint: expect.stringMatching(/^[A-Z].{20,}\.$/),
    });
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toMatch(
      new RegExp(`${SECRET}|${WRONG_SECRET}`),
    );
    expect(error).not.toHaveProperty('cause');
    expect(ms).toBeLessThan(3_000);
  });

  it('is tried again by the next call', async () => {
    const server = await serverWith();
    const redis = connectionTo({ url: server.url });
    await server.kill();
    await expect(redis.command('PING')).rejects.toThrow('refuses connections');
    await server.restart();
    expect(await redis.command('PING')).toBe('PONG');
  });

  it('is asked once, however many want to use it', async () => {
    const server = await serverWith({ password: SECRET });
    const observer = observing(server);
    const redis = connectionTo(at(server, { password: WRONG_SECRET }));
    const calls = Array.from({ length: 20 }, () => failureOf(redis.command('PING')));
    for (const { error } of await Promise.all(calls))
      expect(error).toHaveProperty('code', 'STORE_UNAVAILABLE');
    expect(await observer.calls('auth')).toBe(1);
  });
});

describe('a server that is there, and refuses', () => {
  const refusing: [string, string[], string[], RegExp][] = [
    [
      'because its memory is full',
      ['CONFIG', 'SET', 'maxmemory', '1'],
      ['CONFIG', 'SET', 'maxmemory', '0'],
      /takes no writes at this moment$/,
    ],
    [
      'because its replicas are missing',
      ['CONFIG', 'SET', 'min-replicas-to-write', '1'],
      ['CONFIG', 'SET', 'min-replicas-to-write', '0'],
      /takes no writes at this moment$/,
    ],
    [
      'because it is a replica',
      ['REPLICAOF', LOOPBACK, '9'],
      ['REPLICAOF', 'NO', 'ONE'],
      /is a replica, which only reads$/,
    ],
  ];

  it.each(refusing)('%s', async (_, [name = '', ...args], [back = '', ...backArgs], message) => {
    const observer = observing(plain);
    const redis = connectionTo({ url: plain.url });
    await redis.run(SET, 'key', 'value', Number);
    await observer.redis.call(name, ...args);
    await expect(redis.run(SET, 'key', 'value', Number)).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: expect.stringMatching(message),
    });
    await observer.redis.call(back, ...backArgs);
    expect(await redis.run(SET, 'key', 'value', Number)).toBe(1);
  });

  it.each([
    ['the script', ['+@all', '-eval', '-evalsha', '~*']],
    ['a command of the script', ['+@all', '-set', '~*']],
    ['its keys', ['+@all', '~other:*']],
  ])('because the user may not use %s', async (_, rules) => {
    const observer = observing(plain);
    await observer.redis.call('ACL', 'SETUSER', 'eve', 'reset', 'on', `>${SECRET}`, ...rules);
    const redis = connectionTo(at(plain, { username: 'eve', password: SECRET }));
    await expect(redis.run(SET, 'key', 'value', Number)).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: expect.stringMatching(/does not permit its user what is needed$/),
    });
  });
});
