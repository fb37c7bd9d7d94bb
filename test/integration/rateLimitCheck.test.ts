import { describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeExecutionData, INodeParameters, IRun } from 'n8n-workflow';
import { outputsOf } from './support/runWorkflow';
import { SavedWorkflow } from './support/savedWorkflow';
import { hintsOf, NODE, runTenantNode, type TenantCase } from './support/tenantWorkflow';

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** A user of a tier with five requests an hour. */
const FIVE_AN_HOUR: INodeParameters = {
  operation: 'checkAndCount',
  userId: '={{ $json.user }}',
  profileFrom: 'define',
  tier: 'PRO',
  limits: { requestsPerHour: 5 },
};

const check = (given: TenantCase) =>
  runTenantNode('RateLimitCheck', { ...given, parameters: { ...FIVE_AN_HOUR, ...given.parameters } });

const users = (...ids: unknown[]) => ids.map((user, index) => ({ user, index }));
const times = (count: number, user: string) => users(...Array.from({ length: count }, () => user));

async function outputsOfCheck(given: TenantCase): Promise<INodeExecutionData[][]> {
  return outputsOf(succeeded(await check(given)), NODE);
}

function succeeded(run: IRun): IRun {
  if (run.data.resultData.error) throw run.data.resultData.error;
  return run;
}

async function errorOf(given: TenantCase) {
  const { error } = (await check(given)).data.resultData;
  if (!error) throw new Error('The workflow did not fail');
  return error;
}

const rateLimitOf = (item: INodeExecutionData | undefined) => item?.json['rateLimit'] as IDataObject;
const usageOf = (item: INodeExecutionData | undefined) =>
  rateLimitOf(item)['usage'] as Record<string, IDataObject>;
const headersOf = (item: INodeExecutionData | undefined) => rateLimitOf(item)['headers'] as IDataObject;

/** A time as items tell it, in ms since the epoch. */
function timeOf(told: unknown): number {
  if (typeof told !== 'string' || !ISO.test(told)) throw new Error(`Not a time: ${JSON.stringify(told)}`);
  return Date.parse(told);
}

describe('Check and Count in the n8n engine', () => {
  it('lets in what there is room for and refuses the rest, linked to their items', async () => {
    const [allowed = [], limited = []] = await outputsOfCheck({ items: times(7, 'ann') });
    expect(allowed.map(({ pairedItem }) => pairedItem)).toEqual([0, 1, 2, 3, 4].map((item) => ({ item })));
    expect(limited.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 5 }, { item: 6 }]);
    expect(limited.map(({ json }) => json['index'])).toEqual([5, 6]);
  });

  it('lets exactly 50 of 200 items in, in their order', async () => {
    const parameters = { limits: { requestsPerHour: 50 } };
    const [allowed = [], limited = []] = await outputsOfCheck({ items: times(200, 'ann'), parameters });
    expect(allowed.map(({ json }) => json['index'])).toEqual(Array.from({ length: 50 }, (_, index) => index));
    expect(limited).toHaveLength(150);
  });

  it('counts each user for themselves, numbers and names that mean something elsewhere too', async () => {
    const ids = ['__proto__', 'constructor', 'a:b', 'two\nlines', '{x}', 42, '42'];
    const [allowed = [], limited = []] = await outputsOfCheck({
      items: users(...ids),
      parameters: { limits: { requestsPerHour: 1 } },
    });
    expect(allowed.map(({ json }) => json['user'])).toEqual(ids.slice(0, 6));
    expect(limited.map(({ json }) => json['user'])).toEqual(['42']);
  });

  it('tells the decision, the reservation and the usage', async () => {
    const before = Date.now();
    const [[item] = []] = await outputsOfCheck({
      items: [{ user: 'ann', query: 'Hi' }],
      parameters: { estimatedCost: 0.25 },
    });
    expect(Object.keys(item?.json ?? {})).toEqual(['rateLimit', 'user', 'query']);
    expect(item?.json).toMatchObject({
      user: 'ann',
      query: 'Hi',
      rateLimit: {
        allowed: true,
        limitType: null,
        retryAfterSeconds: null,
        retryAt: null,
        tier: 'PRO',
        nearLimit: false,
        nearLimits: [],
        usage: {
          hourly: { used: 1, limit: 5, remaining: 4 },
          daily: { used: 1, limit: 5000, remaining: 4999 },
          budget: { used: 0.25, limit: 50, remaining: 49.75 },
          concurrent: { used: 1, limit: null, remaining: null },
        },
      },
    });
    expect(Object.keys(rateLimitOf(item))[0]).toBe('allowed');
    expect(rateLimitOf(item)['reservationId']).toMatch(/^[\w-]+(\.[\da-f]+)+$/);
    const resetsAt = timeOf(usageOf(item)['hourly']?.['resetsAt']);
    expect(resetsAt - before).toBeGreaterThan(3_590_000);
    expect(resetsAt - before).toBeLessThan(3_700_000);
  });

  it('tells a refusal, and when to try again', async () => {
    const before = Date.now();
    const [, [item] = []] = await outputsOfCheck({ items: times(6, 'ann') });
    expect(rateLimitOf(item)).toMatchObject({
      allowed: false,
      limitType: 'hourly',
      reservationId: null,
      nearLimit: true,
      nearLimits: ['hourly'],
      usage: { hourly: { used: 5, remaining: 0 } },
    });
    const { retryAfterSeconds, retryAt } = rateLimitOf(item);
    expect(retryAfterSeconds).toBeGreaterThan(3_590);
    expect(retryAfterSeconds).toBeLessThanOrEqual(3_601);
    expect(timeOf(retryAt) - before).toBeGreaterThan(3_590_000);
  });

  it('gives the response headers, those that do not apply as empty texts', async () => {
    const [allowed = [], limited = []] = await outputsOfCheck({ items: times(6, 'ann') });
    const policy = '"hourly";q=5;w=3600, "daily";q=5000;w=86400';
    expect(headersOf(allowed[1])).toEqual({
      'RateLimit-Policy': policy,
      RateLimit: expect.stringMatching(/^"hourly";r=3;t=3600, "daily";r=4998;t=86400$/),
      'Retry-After': '',
    });
    const { retryAfterSeconds: seconds } = rateLimitOf(limited[0]);
    expect(seconds).toBeGreaterThan(3_590);
    expect(headersOf(limited[0])).toEqual({
      'RateLimit-Policy': policy,
      RateLimit: `"hourly";r=0;t=${JSON.stringify(seconds)}, "daily";r=4995`,
      'Retry-After': JSON.stringify(seconds),
    });
  });

  it('gives the headers of older drafts, or none, when told to', async () => {
    const items = times(1, 'ann');
    const [[legacy] = []] = await outputsOfCheck({ items, parameters: { options: { headers: 'legacy' } } });
    expect(headersOf(legacy)).toMatchObject({
      'RateLimit-Limit': '5',
      'RateLimit-Remaining': '4',
      'RateLimit-Reset': '3600',
    });
    const [[none] = []] = await outputsOfCheck({ items, parameters: { options: { headers: 'none' } } });
    expect(rateLimitOf(none)).not.toHaveProperty('headers');
  });

  it('says from a percentage on which limits are nearly reached', async () => {
    const near = async (parameters: INodeParameters) => {
      const [allowed = []] = await outputsOfCheck({ items: times(5, 'ann'), parameters });
      return allowed.map((item) => rateLimitOf(item)['nearLimit']);
    };
    expect(await near({})).toEqual([false, false, false, true, true]);
    expect(await near({ options: { nearLimitPercent: 40 } })).toEqual([false, true, true, true, true]);
  });

  it('refuses nothing while it observes, counts everything, and says what it would have done', async () => {
    const options = { mode: 'observe' };
    const [allowed = [], limited = []] = await outputsOfCheck({
      items: times(7, 'ann'),
      parameters: { options, estimatedCost: 0.5 },
    });
    expect(limited).toEqual([]);
    expect(allowed.map((item) => rateLimitOf(item)['wouldBeLimited'])).toEqual([
      ...Array.from({ length: 5 }, () => false),
      true,
      true,
    ]);
    expect(rateLimitOf(allowed[6])).toMatchObject({
      allowed: true,
      limitType: 'hourly',
      reservationId: expect.stringContaining('.'),
      usage: { hourly: { used: 7, limit: 5, remaining: 0 }, budget: { used: 3.5 } },
      headers: { 'Retry-After': '' },
    });
  });

  it('holds a slot no longer than the lease', async () => {
    const saved = new SavedWorkflow();
    const parameters = { limits: { concurrentRequests: 1 }, options: { leaseSeconds: 1 } };
    const [, [refused] = []] = await outputsOfCheck({ items: times(2, 'ann'), parameters, saved });
    expect(rateLimitOf(refused)).toMatchObject({ limitType: 'concurrent' });
    expect(rateLimitOf(refused)['retryAfterSeconds']).toBeLessThanOrEqual(2);
    const retryAt = timeOf(rateLimitOf(refused)['retryAt']);
    await new Promise((resolve) => setTimeout(resolve, retryAt - Date.now() + 1));
    const [[admitted] = []] = await outputsOfCheck({ items: times(1, 'ann'), parameters, saved });
    expect(rateLimitOf(admitted)).toMatchObject({ allowed: true });
  });

  it('leaves the input fields out when told to', async () => {
    const [[item] = []] = await outputsOfCheck({
      items: times(1, 'ann'),
      parameters: { options: { includeInputFields: false } },
    });
    expect(Object.keys(item?.json ?? {})).toEqual(['rateLimit']);
  });

  it('takes all parameters of each item from its expressions', async () => {
    const items = [
      { user: 'a', plan: 'free', perHour: 1, cost: 0.01 },
      { user: 'b', plan: 'BUSINESS', perHour: null, cost: 0 },
      { user: 'c', plan: 'Starter', perHour: 7, cost: 1.5 },
    ];
    const [allowed = []] = await outputsOfCheck({
      items,
      parameters: {
        tier: '={{ $json.plan }}',
        limits: { requestsPerHour: '={{ $json.perHour }}' },
        estimatedCost: '={{ $json.cost }}',
      },
    });
    expect(allowed.map((item) => [rateLimitOf(item)['tier'], usageOf(item)['hourly']?.['limit']])).toEqual([
      ['FREE', 1],
      ['BUSINESS', 2000],
      ['STARTER', 7],
    ]);
    expect(allowed.map((item) => usageOf(item)['budget']?.['used'])).toEqual([0.01, 0, 1.5]);
  });
});

describe('the profile', () => {
  it('of an unknown user is FREE', async () => {
    const parameters = { profileFrom: 'stored' };
    const [allowed = [], limited = []] = await outputsOfCheck({ items: times(12, 'ann'), parameters });
    expect(allowed).toHaveLength(10);
    expect(limited.map((item) => rateLimitOf(item)['tier'])).toEqual(['FREE', 'FREE']);
  });

  it('may be missing, and the user is refused or fails then', async () => {
    const items = times(1, 'ann');
    const limited = { profileFrom: 'stored', unknownUser: 'limited' };
    const [, [refused] = []] = await outputsOfCheck({ items, parameters: limited });
    expect(rateLimitOf(refused)).toEqual({
      allowed: false,
      unknownUser: true,
      limitType: null,
      retryAfterSeconds: null,
      retryAt: null,
      reservationId: null,
      tier: null,
      nearLimit: false,
      nearLimits: [],
      usage: null,
      headers: { 'RateLimit-Policy': '', RateLimit: '', 'Retry-After': '' },
    });
    const error = await errorOf({ items, parameters: { profileFrom: 'stored', unknownUser: 'error' } });
    expect(error).toMatchObject({ message: 'The user has no profile', context: { itemIndex: 0 } });
  });

  it('is let through while the node observes, whoever it is', async () => {
    const parameters = { profileFrom: 'stored', unknownUser: 'limited', options: { mode: 'observe' } };
    const [[item] = []] = await outputsOfCheck({ items: times(1, 'ann'), parameters });
    expect(rateLimitOf(item)).toMatchObject({ allowed: true, wouldBeLimited: true, unknownUser: true });
  });

  it('comes with the item, as it is stored or as a row of a table', async () => {
    const items = [
      { user: 'ann', row: { user_id: 'ann', tier: 'pro', custom_requests_per_hour: '3', name: 'Ann' } },
      { user: 7, row: { user_id: 7, tier: 'STARTER', custom_requests_per_hour: null } },
      { user: 'bob', row: { tier: 'FREE' } },
      { user: 'eve', row: '{"version":2,"userId":"eve","tier":"FREE","limits":{"requestsPerHour":null}}' },
    ];
    const [allowed = []] = await outputsOfCheck({
      items,
      parameters: { profileFrom: 'item', profile: '={{ $json.row }}' },
    });
    expect(allowed.map((item) => [rateLimitOf(item)['tier'], usageOf(item)['hourly']?.['limit']])).toEqual([
      ['PRO', 3],
      ['STARTER', 100],
      ['FREE', 10],
      ['FREE', null],
    ]);
  });

  it('comes from a table with columns and plans of its own naming', async () => {
    const [[item] = []] = await outputsOfCheck({
      items: [{ user: 7, customer_ref: 7, plan: 'Basic', hourly: 2 }],
      parameters: {
        profileFrom: 'item',
        profile: '={{ $json }}',
        options: {
          columnNames: {
            columns: [
              { column: 'customer_ref', field: 'userId' },
              { column: 'plan', field: 'tier' },
              { column: 'hourly', field: 'customRequestsPerHour' },
            ],
          },
          planNames: { plans: [{ plan: 'basic', tier: 'STARTER' }] },
        },
      },
    });
    expect(rateLimitOf(item)).toMatchObject({ tier: 'STARTER', usage: { hourly: { limit: 2 } } });
  });

  it('of another user is refused: nobody spends what is not theirs', async () => {
    const error = await errorOf({
      items: [{ user: 'eve', profile: { userId: 'ann', tier: 'ENTERPRISE' } }],
      parameters: { profileFrom: 'item', profile: '={{ $json.profile }}' },
    });
    expect(error.message).toBe(
      'Parameter "Profile" is an object, but must be the profile of the user in User ID',
    );
  });

  it('may have a tier of one’s own', async () => {
    const parameters = {
      tier: 'custom',
      customTierName: 'gold',
      customTierLimits: { requestsPerHour: 2, requestsPerDay: 3, unlimited: ['dailyBudget'] },
      limits: {},
    };
    const [allowed = [], limited = []] = await outputsOfCheck({ items: times(3, 'ann'), parameters });
    expect(allowed).toHaveLength(2);
    expect(rateLimitOf(limited[0])).toMatchObject({ tier: 'GOLD', usage: { budget: { limit: null } } });
  });

  it('may lift a limit', async () => {
    const parameters = { tier: 'FREE', limits: { unlimited: ['requestsPerHour'] } };
    const [allowed = []] = await outputsOfCheck({ items: times(12, 'ann'), parameters });
    expect(allowed).toHaveLength(12);
  });
});

describe('the other operations', () => {
  const saved = new SavedWorkflow();
  const run = async (items: readonly unknown[], parameters: INodeParameters) =>
    (await outputsOfCheck({ items, parameters, saved }))[0] ?? [];

  const usageNow = async (user: string) => {
    const [item] = await run(users(user), { operation: 'getUsage' });
    return usageOf(item);
  };

  it('look without counting', async () => {
    const [item] = await run(users('look', 'look'), { operation: 'checkOnly' });
    expect(rateLimitOf(item)).toMatchObject({
      allowed: true,
      reservationId: null,
      usage: { hourly: { used: 0, remaining: 5, resetsAt: null } },
    });
    await run(times(5, 'look'), {});
    const outputs = await outputsOfCheck({
      items: users('look'),
      parameters: { operation: 'checkOnly' },
      saved,
    });
    expect(outputs.map(({ length }) => length)).toEqual([0, 1]);
    expect(rateLimitOf(outputs[1]?.[0])).toMatchObject({
      limitType: 'hourly',
      usage: { hourly: { used: 5 } },
    });
  });

  it('settle a reservation at its cost, once, and keep what the check said', async () => {
    const checked = await run(users('settle'), { estimatedCost: 1 });
    const answered = checked.map(({ json }) => ({ ...json, cascade: { costUsd: 0.0042 } }));
    const parameters = { operation: 'recordCost' };
    const [settled] = await run(answered, parameters);
    expect(rateLimitOf(settled)).toEqual({ ...rateLimitOf(checked[0]), status: 'settled', costUsd: 0.0042 });
    expect(settled?.json).toMatchObject({ user: 'settle', cascade: { costUsd: 0.0042 } });
    const [again] = await run(answered, parameters);
    expect(rateLimitOf(again)).toMatchObject({ status: 'already closed' });
    expect(await usageNow('settle')).toMatchObject({
      hourly: { used: 1 },
      budget: { used: 0.0042 },
      concurrent: { used: 0 },
    });
  });

  it('record a request that was not reserved', async () => {
    const [item] = await run([{ user: 'record' }], { operation: 'recordCost', cost: 0.5 });
    expect(item?.json).toEqual({ rateLimit: { status: 'recorded', costUsd: 0.5 }, user: 'record' });
    expect(await usageNow('record')).toMatchObject({ daily: { used: 1 }, budget: { used: 0.5 } });
  });

  it('release a reservation, request and all', async () => {
    const checked = (await run(users('release'), { estimatedCost: 1 })).map(({ json }) => json);
    const [released] = await run(checked, { operation: 'release' });
    expect(rateLimitOf(released)).toMatchObject({ status: 'released', allowed: true });
    expect(await usageNow('release')).toMatchObject({ hourly: { used: 0 }, budget: { used: 0 } });
  });

  it('reset a user, whose reservations are unknown from then on', async () => {
    const checked = (await run(times(5, 'reset'), {})).map(({ json }) => json);
    const [reset] = await run(users('reset'), { operation: 'resetUser' });
    expect(rateLimitOf(reset)).toEqual({ status: 'reset' });
    expect(await usageNow('reset')).toMatchObject({ hourly: { used: 0 } });
    const late = await check({ items: checked, parameters: { operation: 'release' }, saved });
    expect(outputsOf(late, NODE)[0]?.map((item) => rateLimitOf(item)['status'])).toEqual(
      Array.from({ length: 5 }, () => 'unknown'),
    );
    expect(hintsOf(late)).toEqual([
      expect.objectContaining({ message: expect.stringContaining('does not know: 5.') }),
    ]);
  });

  it('tell the usage and the limits of a user', async () => {
    await run(times(4, 'usage'), {});
    const [item] = await run(users('usage'), { operation: 'getUsage' });
    expect(rateLimitOf(item)).toMatchObject({
      tier: 'PRO',
      nearLimit: true,
      nearLimits: ['hourly'],
      usage: { hourly: { used: 4, limit: 5 } },
      headers: { RateLimit: expect.stringContaining('"hourly";r=1;t=') },
    });
    expect(rateLimitOf(item)).not.toHaveProperty('allowed');
  });

  it('tell that a user is unknown who is not to be taken for one of the tier FREE', async () => {
    const parameters = { operation: 'getUsage', profileFrom: 'stored', unknownUser: '={{ "limited" }}' };
    const [item] = await run(users('nobody'), parameters);
    expect(rateLimitOf(item)).toEqual({ unknownUser: true, tier: null, usage: null });
  });
});

describe('static data', () => {
  it('holds the state as one text, which is read back after a restart', async () => {
    const saved = new SavedWorkflow();
    await outputsOfCheck({ items: times(3, 'ann'), saved });
    const { global } = JSON.parse(saved.column) as { global: IDataObject };
    expect(global).toEqual({ cascadeflow: expect.any(String) });
    const [allowed = [], limited = []] = await outputsOfCheck({
      items: times(3, 'ann'),
      saved: saved.restarted(),
    });
    expect([allowed.length, limited.length]).toEqual([2, 1]);
  });

  it('is exact for executions that run at the same time', async () => {
    const saved = new SavedWorkflow();
    const runs = await Promise.all(
      Array.from({ length: 8 }, () => outputsOfCheck({ items: times(2, 'ann'), saved })),
    );
    expect(runs.flatMap(([allowed = []]) => allowed)).toHaveLength(5);
    const [[item] = []] = await outputsOfCheck({
      items: users('ann'),
      parameters: { operation: 'getUsage' },
      saved: saved.restarted(),
    });
    expect(usageOf(item)).toMatchObject({ hourly: { used: 5 } });
  });

  it('is not touched by a run by hand, which counts for itself and says so', async () => {
    const saved = new SavedWorkflow();
    await outputsOfCheck({ items: times(4, 'ann'), saved });
    const before = saved.column;
    const byHand = await check({ items: times(4, 'ann'), saved, mode: 'manual' });
    expect(outputsOf(byHand, NODE)[0]).toHaveLength(4);
    expect(hintsOf(byHand)[0]?.message).toContain('run by hand');
    expect(saved.column).toBe(before);
    const [allowed = []] = await outputsOfCheck({ items: times(4, 'ann'), saved });
    expect(allowed).toHaveLength(1);
  });

  it.each([
    ['no text', { version: 1 }],
    ['no JSON', 'gibberish'],
    ['another version', '{"version":99,"profiles":[],"usages":[]}'],
    ['usage that was changed', '{"version":1,"profiles":[],"usages":[["ann","AAAA"]]}'],
  ])('that is %s is an error of each item, and stays as it is', async (_, cascadeflow) => {
    const column = JSON.stringify({ global: { cascadeflow } });
    const saved = new SavedWorkflow({ column });
    const error = await errorOf({ items: times(1, 'ann'), saved });
    expect(error.message).toMatch(/cannot be read from the store/);
    expect(error.context).toMatchObject({ itemIndex: 0 });
    const run = succeeded(await check({ items: times(2, 'ann'), saved, onError: 'continueErrorOutput' }));
    expect(outputsOf(run, NODE).map(({ length }) => length)).toEqual([0, 0, 2]);
    expect(saved.column).toBe(column);
  });
});

describe('hints', () => {
  const messagesOf = async (given: TenantCase) =>
    hintsOf(succeeded(await check(given))).map(({ message }) => message);
  const items = times(1, 'ann');

  it('say that a budget binds on settled costs alone without an estimate', async () => {
    expect(await messagesOf({ items })).toEqual([expect.stringContaining('Estimated Cost is 0')]);
    expect(await messagesOf({ items, parameters: { estimatedCost: 0.01 } })).toEqual([]);
    expect(await messagesOf({ items, parameters: { tier: 'ENTERPRISE' } })).toEqual([]);
    expect(await messagesOf({ items, parameters: { operation: 'checkOnly' } })).toEqual([]);
  });

  it('warn when static data is half full', async () => {
    const profile = (id: number) => [`user-${String(id)}`, 'PRO', 'x'.repeat(1_000)];
    const profiles = Array.from({ length: 520 }, (_, id) => profile(id));
    const text = JSON.stringify({ version: 1, profiles, usages: [] });
    const saved = new SavedWorkflow({ column: JSON.stringify({ global: { cascadeflow: text } }) });
    const [hint] = await messagesOf({ items, saved, parameters: { estimatedCost: 1 } });
    expect(hint).toMatch(/^Static data holds 5\d\d of 1024 KB\./);
  });
});

describe('bad input', () => {
  const long = 'x'.repeat(10_000);
  const NO_LIMITS = { unlimited: ['requestsPerHour', 'requestsPerDay', 'dailyBudget'] };

  const faults: [name: string, fault: Partial<TenantCase>, message: string | RegExp][] = [
    ['no user id', { items: [{}] }, /^Parameter "User ID" is missing, but must be a text of 1 to 256/],
    ['an empty user id', { items: users('') }, /^Parameter "User ID" is empty/],
    ['a blank user id', { items: users(' \n') }, /^Parameter "User ID" is " \n", but must be .* not blank/],
    ['a huge user id', { items: users(long) }, /^Parameter "User ID" is "x{60}…", but must be/],
    ['an object as user id', { items: users({ a: 1 }) }, /^Parameter "User ID" is an object/],
    ['half a character', { items: users('\ud800') }, /^Parameter "User ID" is .*well-formed Unicode/],
    [
      'an unknown tier',
      { parameters: { tier: '={{ "GOLD" }}' } },
      /^Parameter "Tier" is "GOLD", but must be one of FREE/,
    ],
    ['no tier', { parameters: { tier: '={{ $json.none }}' } }, /^Parameter "Tier" is missing/],
    [
      'a negative cost',
      { parameters: { estimatedCost: -1 } },
      /^Parameter "Estimated Cost \(USD\)" is -1, but must be a number of US dollars from 0/,
    ],
    [
      'a cost that is no number',
      { parameters: { estimatedCost: '={{ NaN }}' } },
      /^Parameter "Estimated Cost \(USD\)" is NaN/,
    ],
    [
      'a huge cost',
      { parameters: { estimatedCost: 1e12 } },
      /^Parameter "Estimated Cost \(USD\)" is 1000000000000/,
    ],
    [
      'a cost that is a text',
      { parameters: { estimatedCost: '={{ "0.1" }}' } },
      /^Parameter "Estimated Cost \(USD\)" is "0.1"/,
    ],
    [
      'a negative limit',
      { parameters: { limits: { requestsPerHour: -5 } } },
      /^Parameter "Limits: Requests per Hour" is -5/,
    ],
    [
      'a limit that is a text',
      { parameters: { limits: { requestsPerDay: '={{ "many" }}' } } },
      /^Parameter "Limits: Requests per Day" is "many", but must be a number/,
    ],
    [
      'a limit in two ways',
      { parameters: { limits: { dailyBudget: 5, unlimited: ['dailyBudget'] } } },
      /^Parameter "Limits: Daily Budget \(USD\)" is 5, but must be given in one way/,
    ],
    [
      'an unknown limit',
      { parameters: { limits: { unlimited: ['requestsPerYear'] } } },
      /^Parameter "Limits: Unlimited" is "requestsPerYear"/,
    ],
    [
      'a tier without limits',
      { parameters: { tier: 'custom', customTierName: 'GOLD' } },
      /^Parameter "Tier Limits: Requests per Hour" is missing, but must be a number, or chosen in Unlimited/,
    ],
    [
      'a tier of no name',
      { parameters: { tier: 'custom', customTierName: '', customTierLimits: NO_LIMITS } },
      /^Parameter "Tier Name" is empty/,
    ],
    [
      'a tier of a bad name',
      {
        parameters: {
          tier: 'custom',
          customTierName: 'a b',
          customTierLimits: NO_LIMITS,
        },
      },
      /^Parameter "Tier Name" is "a b"/,
    ],
    [
      'a tier of a name that is taken',
      {
        parameters: {
          tier: 'custom',
          customTierName: 'pro',
          customTierLimits: NO_LIMITS,
        },
      },
      /^Parameter "Tier Name" is "pro", but must be a name that is not taken/,
    ],
    [
      'a profile that is none',
      { parameters: { profileFrom: 'item', profile: '={{ "nobody" }}' } },
      /^Parameter "Profile" is "nobody"/,
    ],
    [
      'no profile',
      { parameters: { profileFrom: 'item', profile: '={{ $json.profile }}' } },
      /^Parameter "Profile" is missing/,
    ],
    [
      'a row without a tier',
      { parameters: { profileFrom: 'item', profile: '={{ ({ name: "Ann" }) }}' } },
      /^Parameter "Profile: tier" is missing/,
    ],
    [
      'a source that is none',
      { parameters: { profileFrom: '={{ "web" }}' } },
      /^Parameter "Profile From" is "web"/,
    ],
    ['a lease of nothing', { parameters: { options: { leaseSeconds: 0 } } }, /^Parameter "Lease" is 0/],
    [
      'a percentage beyond all',
      { parameters: { options: { nearLimitPercent: 101 } } },
      /^Parameter "Near Limit At" is 101/,
    ],
    ['a mode that is none', { parameters: { options: { mode: 'dream' } } }, /^Parameter "Mode" is "dream"/],
    [
      'an operation that is none',
      { parameters: { operation: 'guess' } },
      /^Parameter "Operation" is "guess"/,
    ],
    ['a store that is none', { parameters: { storage: 'disk' } }, /^Parameter "Store Data In" is "disk"/],
    ['Redis without a credential', { parameters: { storage: 'redis' } }, /Redis/],
    [
      'no cost',
      { parameters: { operation: 'recordCost', cost: '={{ $json.cascade?.costUsd }}' } },
      /^Parameter "Cost \(USD\)" is missing/,
    ],
    [
      'an unknown cost',
      { parameters: { operation: 'recordCost', cost: '={{ null }}' } },
      /^Parameter "Cost \(USD\)" is null/,
    ],
    [
      'nothing to release',
      { parameters: { operation: 'release', reservationId: '={{ $json.rateLimit?.reservationId }}' } },
      /^Parameter "Reservation ID" is missing/,
    ],
    [
      'a reservation id of its own making',
      { parameters: { operation: 'release', reservationId: 'mine' } },
      /^Parameter "Reservation ID" is "mine"/,
    ],
    [
      'a number as reservation id',
      { parameters: { operation: 'recordCost', cost: 1, reservationId: '={{ 7 }}' } },
      /^Parameter "Reservation ID" is 7/,
    ],
  ];

  it.each(faults)('says what is wrong with %s, and for which item', async (_, fault, message) => {
    const error = await errorOf({ items: times(1, 'ann'), ...fault });
    expect(error.name).toBe('NodeOperationError');
    expect(error.message).toMatch(message);
    expect(error.message.length).toBeLessThan(250);
    expect(error.context).toMatchObject({ itemIndex: 0 });
  });

  const flawed = users('ann', '', 'ann');

  it('sends a failed item to the error output, and loses no other', async () => {
    const [allowed = [], limited = [], failed = []] = await outputsOfCheck({
      items: flawed,
      onError: 'continueErrorOutput',
    });
    expect(allowed.map(({ json }) => json['index'])).toEqual([0, 2]);
    expect(limited).toEqual([]);
    expect(failed).toHaveLength(1);
    expect(failed[0]?.json).toMatchObject({ index: 1, error: expect.stringContaining('"User ID" is empty') });
    expect(failed[0]?.pairedItem).toEqual({ item: 1 });
  });

  it('takes a failed check for a refusal when there is no error output', async () => {
    const [allowed = [], limited = []] = await outputsOfCheck({
      items: flawed,
      onError: 'continueRegularOutput',
    });
    expect(allowed).toHaveLength(2);
    expect(limited.map(({ json, pairedItem }) => [json['error'], pairedItem])).toEqual([
      [expect.stringContaining('"User ID" is empty'), { item: 1 }],
    ]);
  });

  it('counts nothing after an item that stops the workflow', async () => {
    const saved = new SavedWorkflow();
    expect(await errorOf({ items: flawed, saved })).toMatchObject({ context: { itemIndex: 1 } });
    const [[item] = []] = await outputsOfCheck({
      items: users('ann'),
      parameters: { operation: 'getUsage' },
      saved,
    });
    expect(usageOf(item)).toMatchObject({ hourly: { used: 1 } });
  });
});
