import { existsSync } from 'node:fs';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Redis, type RedisOptions as ClientOptions } from 'ioredis';
import type { RedisOptions } from '../../../scripts/servers/redisConfig.mts';
import { RedisServer } from '../../../scripts/servers/redisServer.mts';

const servers: RedisServer[] = [];
const clients: Redis[] = [];

async function start(options?: RedisOptions): Promise<RedisServer> {
  const server = await RedisServer.start(options);
  servers.push(server);
  return server;
}

const impatient: ClientOptions = {
  retryStrategy: () => null,
  maxRetriesPerRequest: 0,
  disconnectTimeout: 100,
};

/** A client that gives up at once. */
function connect(url: string, options: ClientOptions = {}): Redis {
  const client = new Redis(url, { ...impatient, ...options });
  client.on('error', () => undefined);
  clients.push(client);
  return client;
}

const withoutPassword = (url: string): string => url.replace(/\/\/.*@/, '//');

afterEach(async () => {
  for (const client of clients.splice(0)) client.disconnect();
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

describe('a Redis server', () => {
  it('is empty, stores what it is given, and is gone with its files once stopped', async () => {
    const server = await start();
    const client = connect(server.url);
    expect(server.url).toBe(`redis://127.0.0.1:${String(server.port)}`);
    expect(await client.dbsize()).toBe(0);
    expect(await client.set('key', 'value')).toBe('OK');
    const [, folder = ''] = await client.config('GET', 'dir');
    expect(existsSync(folder)).toBe(true);

    await server.stop();
    expect(existsSync(folder)).toBe(false);
    await expect(connect(server.url).ping()).rejects.toThrow();
  });

  it('asks for a password', async () => {
    const { url } = await start({ password: 'p@ss "word"\\' });
    expect(await connect(url).ping()).toBe('PONG');
    await expect(connect(withoutPassword(url)).ping()).rejects.toThrow(/NOAUTH/);
  });

  it('knows one user, with a name and a password', async () => {
    const { url } = await start({ user: { name: 'n8n', password: 'secret' } });
    expect(await connect(url).call('ACL', 'WHOAMI')).toBe('n8n');
    await expect(connect(withoutPassword(url)).ping()).rejects.toThrow(/NOAUTH/);
  });

  it('speaks TLS only, with a certificate that a client can trust', async () => {
    const { url, certificate } = await start({ tls: true });
    expect(url).toMatch(/^rediss:/);
    expect(await connect(url, { tls: { ca: certificate } }).ping()).toBe('PONG');
    await expect(connect(url).ping()).rejects.toThrow();
    await expect(connect(url.replace('rediss:', 'redis:')).ping()).rejects.toThrow();
  });

  it('has as many databases as it is told', async () => {
    const { url } = await start({ databases: 2 });
    expect(await connect(`${url}/1`).set('key', 'value')).toBe('OK');
    await expect(connect(url).select(2)).rejects.toThrow(/out of range/);
  });

  it.each([
    ['empty', false, null],
    ['with what it has acknowledged, when it appends to a file', true, 'value'],
  ])('comes back from a crash at the same address, %s', async (_, appendOnly, expected) => {
    const server = await start({ appendOnly });
    await connect(server.url).set('key', 'value');
    await server.kill();
    await expect(connect(server.url).ping()).rejects.toThrow();
    await server.restart();
    expect(await connect(server.url).get('key')).toBe(expected);
  });

  it('answers nothing while it is halted, and all that waited afterwards', async () => {
    const server = await start();
    const client = connect(server.url);
    await client.ping();
    server.pause();
    await expect(connect(server.url, { commandTimeout: 200 }).ping()).rejects.toThrow(/timed out/);
    const waiting = client.incr('count');
    server.resume();
    expect(await waiting).toBe(1);
  });

  it('can be stopped while it is halted', async () => {
    const server = await start();
    server.pause();
    await server.stop();
    await expect(connect(server.url).ping()).rejects.toThrow();
  });

  it('says what it printed when it does not start', async () => {
    await expect(start({ user: { name: 'with space', password: 'secret' } })).rejects.toThrow(
      /ended \(1\)\. The end of its log:\n.*Spaces not allowed in ACL usernames/s,
    );
  });
});
