import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { exampleFiles, readExample } from '../../scripts/examples/example.mts';
import { having } from './support/profiles/changes';
import type { Source } from './support/profiles/loaders';
import type { Published } from './support/profiles/published';
import { limits, Stage } from './support/profiles/stage';
import { hostileIds, hourlyLimitOf } from './support/profiles/tables';
import { sharedN8n } from './support/sharedN8n';

jest.setTimeout(60_000);

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.set();
});

afterAll(() => stage.strike());

it.each(exampleFiles().filter((file) => file.startsWith('profiles/')))(
  'n8n takes %s as it is',
  async (file) => {
    const { name, nodes, connections, settings } = readExample(file);
    const given = nodes.map((node) => ({ ...node, id: '' }));
    const saved = await sharedN8n().createWorkflow({ name, nodes: given, connections, settings });
    expect(saved).toMatchObject({ name });
  },
);

const atLocalApi = () => ({ 'Load Profile': having({ url: `${stage.origin}/profile` }) });

describe.each<Source | 'supabase'>(['postgres', 'mysql', 'redis', 'http-api', 'supabase'])(
  'sources/%s',
  (source) => {
    let workflow: Published;

    beforeAll(async () => {
      workflow = await stage.publish(`sources/${source}`, source === 'http-api' ? atLocalApi() : {});
    });

    it('holds a user to the limits of the row, and to those of the tier where it has none', async () => {
      const { status, headers, body } = await workflow.ask({ userId: 'ada' });
      expect(body).toMatchObject({ tier: 'PRO', usage: limits(7, 5000, 2.5) });
      expect([status, headers.get('RateLimit')]).toEqual([200, expect.stringContaining('r=6')]);
    });

    it.each(['nell', 'a stranger'])('takes %s for a FREE user', async (userId) => {
      const { body } = await workflow.ask({ userId });
      expect(body).toMatchObject({ tier: 'FREE', usage: limits(10, 100, 0.1) });
    });

    it('refuses what is over the limit, and says when to come back', async () => {
      const ask = () => workflow.ask({ userId: 'twice' });
      const [first, second, third] = [await ask(), await ask(), await ask()];
      expect([first.status, second.status, third.status]).toEqual([200, 200, 429]);
      expect(Number(third.headers.get('Retry-After'))).toBeGreaterThan(3500);
      expect(third.body).toMatchObject({ error: 'Too many requests', limit: 'hourly' });
    });

    it('finds for each hostile id its own row and no other', async () => {
      const answers = await Promise.all(hostileIds.map((userId) => workflow.ask({ userId })));
      expect(answers.map(({ body }) => body)).toMatchObject(
        hostileIds.map((userId) => ({
          tier: 'BUSINESS',
          usage: { hourly: { limit: hourlyLimitOf(userId), used: 1 } },
        })),
      );
    });

    it('names a tier that nobody knows, and fails no other user', async () => {
      expect((await workflow.ask({ userId: 'mallory' })).status).toBe(500);
      const reason = /^Parameter "Profile: tier" is "platinum", but must be one of FREE/;
      expect(await workflow.lastFailure()).toMatch(reason);
      expect((await workflow.ask({ userId: 'nell' })).status).toBe(200);
    });

    it('lets nobody in without a user id', async () => {
      const ids = [undefined, '', ['ada'], { user_id: 'ada' }, { $ne: null }, 'x'.repeat(10_000)];
      const answers = await Promise.all(ids.map((userId) => workflow.ask({ userId })));
      expect(answers.map(({ status }) => status)).toEqual(ids.map(() => 500));
      await workflow.ask({});
      expect(await workflow.lastFailure()).toMatch(/^Parameter "User ID" is missing/);
    });
  },
);

it('sources/mysql: a row that only differs in its capitals, which MySQL finds, is that of somebody else', async () => {
  const workflow = await stage.publish('sources/mysql');
  expect((await workflow.ask({ userId: 'ADA' })).status).toBe(500);
  expect(await workflow.lastFailure()).toContain('must be the profile of the user in User ID');
});

it('sources/http-api: nobody gets in because the API is down', async () => {
  const workflow = await stage.publish('sources/http-api', atLocalApi());
  const answer = await stage.databases.http.whileDown(() => workflow.ask({ userId: 'ada' }));
  expect(answer.status).toBe(500);
  expect(await workflow.lastFailure()).toMatch(/^Parameter "Profile" is missing/);
});
