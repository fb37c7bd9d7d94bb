import { describe, expect, it } from '@jest/globals';
import { readRedisOptions, type RedisOptions } from '../../../../core/stores/redis/redisOptions';

const DEFAULTS = {
  host: 'localhost',
  port: 6379,
  username: undefined,
  password: undefined,
  database: 0,
  tls: undefined,
  cluster: false,
  connectTimeoutMs: 5000,
  commandTimeoutMs: 1000,
};

const TRUSTING_NOBODY = { rejectUnauthorized: true, ca: undefined };

describe('readRedisOptions', () => {
  it('needs nothing', () => {
    expect(readRedisOptions({})).toEqual({ server: DEFAULTS, prefix: 'cascadeflow' });
  });

  it.each<[string, RedisOptions, object]>([
    ['a host alone', { url: 'redis://cache' }, { host: 'cache' }],
    ['a slash and no database', { url: 'redis://cache/' }, { host: 'cache' }],
    [
      'everything',
      { url: 'redis://ann:s%40ve@cache:6380/7' },
      { host: 'cache', port: 6380, username: 'ann', password: 's@ve', database: 7 },
    ],
    ['a password alone', { url: 'redis://:secret@cache' }, { host: 'cache', password: 'secret' }],
    ['TLS', { url: 'rediss://cache' }, { host: 'cache', tls: TRUSTING_NOBODY }],
    ['an IPv6 address', { url: 'redis://[::1]:6380' }, { host: '::1', port: 6380 }],
  ])('reads an address with %s', (_, options, expected) => {
    expect(readRedisOptions(options).server).toEqual({ ...DEFAULTS, ...expected });
  });

  it('lets options of their own go before the address', () => {
    const { server } = readRedisOptions({
      url: 'rediss://ann:old@cache:6380/7',
      port: 6390,
      password: 'new',
      database: 0,
      tls: { ca: 'PEM' },
    });
    const tls = { rejectUnauthorized: true, ca: 'PEM' };
    expect(server).toEqual({ ...DEFAULTS, host: 'cache', port: 6390, username: 'ann', password: 'new', tls });
  });

  it.each<[string, RedisOptions['tls'], object | undefined]>([
    ['on', true, TRUSTING_NOBODY],
    ['off', false, undefined],
    ['without a check', { rejectUnauthorized: false }, { rejectUnauthorized: false, ca: undefined }],
    ['with an empty certificate', { ca: '' }, TRUSTING_NOBODY],
  ])('reads TLS %s', (_, tls, expected) => {
    expect(readRedisOptions({ tls }).server.tls).toEqual(expected);
  });

  it('takes empty texts for nothing, and a number for a password', () => {
    expect(readRedisOptions({ username: '', password: '' }).server).toEqual(DEFAULTS);
    expect(readRedisOptions({ password: 1234 }).server.password).toBe('1234');
  });

  it.each([['a'], ['cascadeflow'], ['my-app/eu:1_2.x'], ['x'.repeat(100)]])(
    'takes the prefix %s',
    (prefix) => {
      expect(readRedisOptions({ prefix }).prefix).toBe(prefix);
    },
  );

  const PREFIX = 'must be 1 to 100 letters, digits and . _ : / -';

  it.each<[string, Parameters<typeof readRedisOptions>[0], string]>([
    ['a prefix with braces', { prefix: 'a{b}' }, `"prefix" is "a{b}", but ${PREFIX}`],
    ['a prefix with a star', { prefix: 'a*' }, `"prefix" is "a*", but ${PREFIX}`],
    ['a prefix with a line break', { prefix: 'a\n' }, `"prefix" is "a\n", but ${PREFIX}`],
    ['an empty prefix', { prefix: '' }, `"prefix" is empty, but ${PREFIX}`],
    ['a long prefix', { prefix: 'x'.repeat(101) }, PREFIX],
    ['port 0', { port: 0 }, '"port" is 0, but must be a whole number from 1 to 65535'],
    ['half a port', { port: 1.5 }, '"port" is 1.5, but must be'],
    ['a port that is a text', { port: '6379' }, '"port" is "6379", but must be'],
    ['a negative database', { database: -1 }, '"database" is -1, but must be a whole number from 0 to 99999'],
    [
      'a database of a cluster',
      { cluster: true, database: 2 },
      '"database" is 2, but must be 0 in a cluster',
    ],
    [
      'no wait',
      { commandTimeoutMs: 0 },
      '"commandTimeoutMs" is 0, but must be a whole number from 1 to 60000',
    ],
    ['an endless wait', { connectTimeoutMs: Infinity }, '"connectTimeoutMs" is Infinity, but must be'],
    ['a cluster that is a text', { cluster: 'yes' }, '"cluster" is "yes", but must be true or false'],
    ['TLS that is a text', { tls: 'yes' }, '"tls" is "yes", but must be true, false, or an object'],
    [
      'TLS with a typing error',
      { tls: { rejectUnauthorised: false } },
      '"tls" is an object, but must be true',
    ],
    ['an empty host', { host: '' }, '"host" is empty, but must be the name or the address of a host'],
    ['a host with a blank', { host: 'my host' }, '"host" is "my host", but must be'],
    ['a user name that is a list', { username: ['ann'] }, '"username" is a list of 1, but must be a text'],
    [
      'an address of something else',
      { url: 'http://cache' },
      '"url" is "http://…", but must be an address like',
    ],
    ['an address without a host', { url: 'redis://' }, '"url" is "redis://…", but must be'],
    ['an address with a query', { url: 'redis://cache?db=3' }, '"url" is "redis://…", but must be'],
    ['a database that is a name', { url: 'redis://cache/users' }, '"url" is "redis://…", but must be'],
    ['a broken escape', { url: 'redis://:100%@cache' }, '"url" is "redis://…", but must be'],
    ['an address that is a number', { url: 6379 }, '"url" is 6379, but must be'],
  ])('refuses %s', (_, options, message) => {
    expect(() => readRedisOptions(options)).toThrow(message);
  });

  it.each<[string, Parameters<typeof readRedisOptions>[0]]>([
    ['an address', { url: 'redis//ann:hush@cache' }],
    ['an address with a false port', { url: 'redis://ann:hush@cache:port' }],
    ['an address in place of the host', { host: 'redis://ann:hush@cache:6379' }],
    ['a password that is a list', { password: ['hush'] }],
    ['a certificate of another type', { tls: { ca: { key: 'hush' } } }],
  ])('shows no secret when it refuses %s', (_, options) => {
    expect(() => readRedisOptions(options)).toThrow(/^Parameter "\w+" is (?!.*hush)/);
  });
});
