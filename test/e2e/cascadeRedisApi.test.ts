import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { N8nApi } from '../../scripts/n8n/api.mts';
import { RedisServer } from '../../scripts/servers/redisServer.mts';
import { freePort, LOOPBACK } from '../../scripts/support/ports.mts';
import { sharedN8n } from './support/sharedN8n';

jest.setTimeout(60_000);

const PASSWORD = 'a password that nobody may see';

let api: N8nApi;
let open: RedisServer;
let guarded: RedisServer;
let encrypted: RedisServer;

beforeAll(async () => {
  api = sharedN8n();
  [open, guarded, encrypted] = await Promise.all([
    RedisServer.start({ databases: 4 }),
    RedisServer.start({ user: { name: 'n8n', password: PASSWORD } }),
    RedisServer.start({ tls: true }),
  ]);
});

afterAll(() => Promise.all([open.stop(), guarded.stop(), encrypted.stop()]));

/** What the button "Test" of the credential says. */
async function test(fields: Readonly<Record<string, unknown>>) {
  const data = { host: LOOPBACK, ...fields };
  const saved = await api.createCredential({ name: 'Redis', type: 'cascadeRedisApi', data });
  const start = performance.now();
  const result = await api.testCredential(saved, data);
  return { ...result, ms: performance.now() - start };
}

describe('Cascade Redis API credential', () => {
  it('connects', async () => {
    expect(await test({ port: open.port })).toMatchObject({
      status: 'OK',
      message: expect.stringMatching(/^Connected to \w+ \d+\.\d/),
    });
  });

  it('chooses a database', async () => {
    expect(await test({ port: open.port, database: 3 })).toMatchObject({ status: 'OK' });
  });

  it('logs a user in', async () => {
    const user = { port: guarded.port, user: 'n8n', password: PASSWORD };
    expect(await test(user)).toMatchObject({ status: 'OK' });
  });

  it('speaks TLS, and trusts the certificate that it is given', async () => {
    const { port, certificate } = encrypted;
    expect(await test({ port, ssl: true, ca: certificate })).toMatchObject({ status: 'OK' });
    expect(await test({ port, ssl: true })).toMatchObject({
      status: 'Error',
      message: expect.stringContaining('shows a TLS certificate that is not trusted'),
    });
  });

  it('says that nobody listens', async () => {
    const port = await freePort();
    expect(await test({ port })).toMatchObject({
      status: 'Error',
      message: expect.stringContaining(
        `Redis at ${LOOPBACK}:${String(port)} refuses connections. Check host`,
      ),
    });
  });

  it.each([
    ['a wrong password', { user: 'n8n', password: `${PASSWORD}!` }, 'refuses the user name or the password'],
    ['an unknown user', { user: 'nobody', password: PASSWORD }, 'refuses the user name or the password'],
    ['no password', {}, 'asks for a password'],
  ])('fails with %s, and does not show it', async (_, login, says) => {
    const { status, message } = await test({ port: guarded.port, ...login });
    expect([status, message]).toEqual(['Error', expect.stringContaining(says)]);
    expect(message).not.toContain(PASSWORD);
  });

  it.each([
    ['a database that is not there', { database: 4 }, 'has no database of that number'],
    ['a database that is none', { database: -1 }, '"Cascade Redis API: Database Number" is -1'],
    ['a prefix with blanks', { prefix: 'my app' }, '"Cascade Redis API: Key Prefix" is "my app"'],
    ['a server that is no cluster', { cluster: true }, 'is no cluster'],
  ])('fails with %s', async (_, fields, says) => {
    expect(await test({ port: open.port, ...fields })).toMatchObject({
      status: 'Error',
      message: expect.stringContaining(says),
    });
  });

  it('gives a server up that hangs', async () => {
    open.pause();
    const { status, message, ms } = await test({ port: open.port });
    open.resume();
    expect([status, message]).toEqual(['Error', expect.stringContaining('gave no answer in time')]);
    expect(ms).toBeLessThan(10_000);
  });
});
