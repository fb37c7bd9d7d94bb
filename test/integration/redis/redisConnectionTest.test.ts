import { afterEach, describe, expect, it } from '@jest/globals';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { LOOPBACK } from '../../../scripts/support/ports.mts';
import { redisConnectionTest } from '../../../nodes/shared/redis/redisConnectionTest';
import { RedisCluster } from '../../../scripts/servers/redisCluster.mts';
import { cleanUp, afterwards } from './support/cleanUp';
import { observing, serverWith } from './support/connections';

const SECRET = 'correct-horse';
const STARTING_MS = 60_000;

const untouched = {
  host: LOOPBACK,
  port: 6379,
  user: '',
  password: '',
  database: 0,
  ssl: false,
  ignoreSslIssues: false,
  ca: '',
  cluster: false,
  prefix: 'cascadeflow',
};

const tested = (data: ICredentialDataDecryptedObject) =>
  redisConnectionTest({ id: '1', name: 'Redis', type: 'cascadeRedisApi', data: { ...untouched, ...data } });

afterEach(cleanUp);

describe('the test of a Redis credential', () => {
  it('names the server, and leaves nothing behind there', async () => {
    const server = await serverWith();
    const observer = observing(server);
    expect(await tested({ port: server.port })).toEqual({
      status: 'OK',
      message: expect.stringMatching(/^Connected to (Redis|Valkey) \d+\.\d+\.\d+$/),
    });
    expect(await observer.redis.dbsize()).toBe(0);
    expect(await observer.connections()).toBe(0);
  });

  it('takes a user, a password, a database and TLS', async () => {
    const server = await serverWith({ tls: true, user: { name: 'ann', password: SECRET } });
    const access = { port: server.port, user: 'ann', password: SECRET, database: 3, ssl: true };
    expect(await tested({ ...access, ca: server.certificate ?? '' })).toHaveProperty('status', 'OK');
    expect(await tested({ ...access, ignoreSslIssues: true })).toHaveProperty('status', 'OK');
    expect(await tested(access)).toEqual({
      status: 'Error',
      message: expect.stringMatching(/ shows a TLS certificate that is not trusted\. Give the certificate /),
    });
  });

  it(
    'tells a cluster from a single server',
    async () => {
      const cluster = await RedisCluster.start();
      afterwards(() => cluster.stop());
      const [node] = cluster.servers;
      const single = await serverWith();
      expect(await tested({ port: node?.port ?? 0, cluster: true })).toHaveProperty('status', 'OK');
      expect(await tested({ port: node?.port ?? 0 })).toEqual({
        status: 'Error',
        message: expect.stringMatching(/ is part of a cluster\. Switch cluster mode on\.$/),
      });
      expect(await tested({ port: single.port, cluster: true })).toEqual({
        status: 'Error',
        message: expect.stringMatching(/ is no cluster\. Switch cluster mode off\.$/),
      });
      expect(await tested({ port: 9, cluster: true })).toEqual({
        status: 'Error',
        message: expect.stringMatching(/ refuses connections\. /),
      });
    },
    STARTING_MS,
  );

  it.each<[string, ICredentialDataDecryptedObject, RegExp]>([
    [
      'a port where nobody listens',
      { port: 9 },
      /^Redis at 127\.0\.0\.1:9 refuses connections\. Check host and port/,
    ],
    ['an unknown host', { host: 'redis.invalid' }, /^Redis at redis\.invalid:6379 cannot be found/],
    ['no host', { host: ' ' }, /^Parameter "Cascade Redis API: Host" is empty, but must be/],
    ['no port', { port: '' }, /^Parameter "Cascade Redis API: Port" is NaN, but must be/],
    [
      'braces in the prefix',
      { prefix: '{a}' },
      /^Parameter "Cascade Redis API: Key Prefix" is "\{a\}", but must be/,
    ],
  ])('says what is wrong with %s', async (_, data, message) => {
    expect(await tested(data)).toEqual({ status: 'Error', message: expect.stringMatching(message) });
  });

  it.each<[string, ICredentialDataDecryptedObject, RegExp]>([
    ['no password', {}, / asks for a password\. /],
    ['a wrong password', { password: 'battery-staple' }, / refuses the user name or the password\. /],
    ['a wrong user', { user: 'bob', password: SECRET }, / refuses the user name or the password\. /],
    [
      'a database that is not there',
      { password: SECRET, database: 99 },
      / has no database of that number\. /,
    ],
    ['TLS where there is none', { password: SECRET, ssl: true }, / (in time|asked for)\. /],
  ])(
    'says what is wrong with %s, and not what the password is',
    async (_, data, message) => {
      const server = await serverWith({ password: SECRET });
      const result = await tested({ ...data, port: server.port });
      expect(result).toEqual({ status: 'Error', message: expect.stringMatching(message) });
      expect(result.message).not.toMatch(/correct-horse|battery-staple/);
    },
    STARTING_MS,
  );

  it.each([
    ['run scripts', ['+@all', '-eval', '-evalsha', '~*']],
    ['write', ['+@all', '-set', '-setrange', '~*']],
    ['list users', ['+@all', '-zadd', '~*']],
    ['delete', ['+@all', '-del', '~*']],
    ['use the keys', ['+@all', '~other:*']],
  ])('tells a user who may not %s', async (_, rules) => {
    const server = await serverWith();
    const observer = observing(server);
    await observer.redis.call('ACL', 'SETUSER', 'eve', 'on', `>${SECRET}`, ...rules);
    expect(await tested({ port: server.port, user: 'eve', password: SECRET })).toEqual({
      status: 'Error',
      message: expect.stringMatching(/ does not permit its user what is needed\. Allow it EVAL, /),
    });
  });

  it('is content with a user who may do just what is needed', async () => {
    const server = await serverWith();
    const rules = ['~shop:*', '+@read', '+@write', '+eval', '+evalsha', '+time'];
    await observing(server).redis.call('ACL', 'SETUSER', 'eve', 'on', `>${SECRET}`, ...rules);
    const eve = { port: server.port, user: 'eve', password: SECRET, prefix: 'shop' };
    expect(await tested(eve)).toHaveProperty('status', 'OK');
    expect(await tested({ ...eve, prefix: 'other' })).toHaveProperty('status', 'Error');
  });
});
