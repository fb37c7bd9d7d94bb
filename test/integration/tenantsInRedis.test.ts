import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  ICredentialDataDecryptedObject,
  IDataObject,
  INodeExecutionData,
  INodeParameters,
  IRun,
} from 'n8n-workflow';
import { RedisServer } from '../../scripts/servers/redisServer.mts';
import { OpenStores } from './support/openStores';
import { outputsOf } from './support/runWorkflow';
import { hintsOf, NODE, runTenantNode, type TenantCase } from './support/tenantWorkflow';

let server: RedisServer;
let stores: OpenStores;
let credential: ICredentialDataDecryptedObject;

beforeAll(async () => {
  server = await RedisServer.start();
  stores = await OpenStores.watch();
  credential = credentialFor(server.port);
});

afterAll(async () => {
  await stores.close();
  await server.stop();
});

/** As n8n fills it in. */
function credentialFor(port: number): ICredentialDataDecryptedObject {
  const nothing = { user: '', password: '', ca: '' };
  const off = { ssl: false, ignoreSslIssues: false, cluster: false };
  return { host: '127.0.0.1', port, database: 0, prefix: 'tenants', ...nothing, ...off };
}

const check = (given: Partial<TenantCase> & Pick<TenantCase, 'items'>) =>
  runTenantNode('RateLimitCheck', {
    credential,
    ...given,
    parameters: { storage: 'redis', userId: '={{ $json.user }}', ...given.parameters },
  });

const profile = (items: readonly unknown[], parameters: INodeParameters) =>
  runTenantNode('UserProfile', {
    credential,
    items,
    parameters: { storage: 'redis', userId: '={{ $json.user }}', ...parameters },
  });

function succeeded(run: IRun): INodeExecutionData[][] {
  if (run.data.resultData.error) throw run.data.resultData.error;
  return outputsOf(run, NODE);
}

const times = (count: number, user: string) => Array.from({ length: count }, (_, index) => ({ user, index }));
const rateLimitOf = (item: INodeExecutionData | undefined) => item?.json['rateLimit'] as IDataObject;

describe('Redis as the store of the nodes', () => {
  it('lets exactly 50 of 200 items in, in their order, also in runs at the same time', async () => {
    const parameters = { profileFrom: 'define', tier: 'PRO', limits: { requestsPerHour: 50 } };
    const [allowed = [], limited = []] = succeeded(await check({ items: times(200, 'order'), parameters }));
    expect(allowed.map(({ json }) => json['index'])).toEqual(Array.from({ length: 50 }, (_, index) => index));
    expect(limited).toHaveLength(150);
    const runs = await Promise.all(
      Array.from({ length: 4 }, () => check({ items: times(50, 'race'), parameters })),
    );
    expect(runs.flatMap((run) => succeeded(run)[0] ?? [])).toHaveLength(50);
  });

  it('is shared by workflows: a plan that one changes holds in another', async () => {
    await profile([{ user: 'shared' }], { operation: 'changeTier', tier: 'BUSINESS' });
    const [[item] = []] = succeeded(await check({ items: times(1, 'shared') }));
    expect(rateLimitOf(item)).toMatchObject({
      tier: 'BUSINESS',
      usage: { hourly: { used: 1, limit: 2000 } },
    });
  });

  it('settles, releases, resets, exports and deletes', async () => {
    const [checked = []] = succeeded(
      await check({ items: times(2, 'book'), parameters: { estimatedCost: 0.01 } }),
    );
    const [first, second] = checked.map(({ json }) => json);
    const status = async (item: unknown, parameters: INodeParameters) => {
      const [[done] = []] = succeeded(await check({ items: [item], parameters }));
      return rateLimitOf(done)['status'];
    };
    expect(await status(first, { operation: 'recordCost', cost: 0.002 })).toBe('settled');
    expect(await status(first, { operation: 'recordCost', cost: 0.002 })).toBe('already closed');
    expect(await status(second, { operation: 'release' })).toBe('released');
    expect(await status({ user: 'book' }, { operation: 'recordCost', cost: 0.003 })).toBe('recorded');
    const [[exported] = []] = succeeded(await profile([{ user: 'book' }], { operation: 'export' }));
    expect(exported?.json['profile']).toMatchObject({
      exists: false,
      usage: { hourly: { used: 2 }, budget: { used: 0.005 }, concurrent: { used: 0 } },
    });
    const [[deleted] = []] = succeeded(await profile([{ user: 'book' }], { operation: 'delete' }));
    expect(deleted?.json['profile']).toEqual({ userId: 'book', deleted: true });
    expect(await status(first, { operation: 'release' })).toBe('unknown');
  });

  it('imports a thousand rows and lists them', async () => {
    const rows = Array.from({ length: 1000 }, (_, id) => ({ user_id: `row-${String(id)}`, tier: 'STARTER' }));
    const [done = []] = succeeded(await profile(rows, { operation: 'import', profile: '={{ $json }}' }));
    expect(done).toHaveLength(1000);
    const [listed = []] = succeeded(
      await profile([{}], { operation: 'getAll', returnAll: true, filters: { tier: 'STARTER' } }),
    );
    expect(new Set(listed.map(({ json }) => (json['profile'] as IDataObject)['userId'])).size).toBe(1000);
  });

  it('needs no static data, and gives no hint about it', async () => {
    const run = await check({
      items: times(1, 'hints'),
      parameters: { estimatedCost: 0.01 },
      mode: 'manual',
    });
    expect(hintsOf(run)).toEqual([]);
  });
});

describe('Redis that cannot be reached', () => {
  const nobody = credentialFor(9);
  const away = (whenUnavailable?: string, mode = 'enforce'): Partial<TenantCase> => ({
    credential: nobody,
    parameters: {
      estimatedCost: 0.01,
      options: { mode, ...(whenUnavailable === undefined ? {} : { whenUnavailable }) },
    },
  });

  it.each([undefined, 'fail'])('fails each item: %s', async (whenUnavailable) => {
    const run = await check({
      ...away(whenUnavailable),
      items: times(2, 'ann'),
      onError: 'continueErrorOutput',
    });
    const [allowed, limited, failed = []] = succeeded(run);
    expect([allowed, limited]).toEqual([[], []]);
    expect(failed.map(({ json }) => json['error'])).toEqual([
      'Redis at 127.0.0.1:9 refuses connections',
      'Redis at 127.0.0.1:9 refuses connections',
    ]);
  });

  it.each([
    ['allow', 'enforce', { allowed: true }, [2, 0]],
    ['refuse', 'enforce', { allowed: false }, [0, 2]],
    ['refuse', 'observe', { allowed: true, wouldBeLimited: true }, [2, 0]],
    ['allow', 'observe', { allowed: true, wouldBeLimited: false }, [2, 0]],
  ])('is bridged when told to: %s, %s', async (whenUnavailable, mode, said, counts) => {
    const run = await check({ ...away(whenUnavailable, mode), items: times(2, 'ann') });
    const outputs = succeeded(run);
    expect(outputs.map(({ length }) => length)).toEqual(counts);
    for (const item of outputs.flat()) {
      expect(rateLimitOf(item)).toMatchObject({
        ...said,
        storeUnavailable: true,
        limitType: null,
        reservationId: null,
        usage: null,
      });
    }
    expect(hintsOf(run)).toEqual([
      expect.objectContaining({
        type: 'warning',
        message: expect.stringMatching(
          /without a check.*: 2\. Redis at 127\.0\.0\.1:9 refuses connections\.$/,
        ),
      }),
    ]);
  });

  it('is no excuse for a parameter that is wrong', async () => {
    const run = await check({ ...away('allow'), items: [{ user: '' }] });
    expect(run.data.resultData.error?.message).toContain('Parameter "User ID" is empty');
  });
});

describe('Redis without a credential', () => {
  it('fails each item', async () => {
    const run = await runTenantNode('RateLimitCheck', {
      items: times(1, 'ann'),
      parameters: { storage: 'redis', userId: 'ann' },
    });
    expect(run.data.resultData.error).toMatchObject({
      message: 'No Cascade Redis API credential is chosen',
      context: { itemIndex: 0 },
    });
  });
});
