export type Cell = string | number | null;
export type Row = Readonly<Record<string, Cell>>;

/** `json` is JSON text here, a document where a database has them; `time` is ISO 8601 in UTC. */
export type ColumnType = 'text' | 'integer' | 'money' | 'json' | 'time';

export interface Table {
  readonly columns: Readonly<Record<string, ColumnType>>;
  readonly rows: readonly Row[];
}

const LONG_AGO = '2026-01-31T12:00:00.000Z';

/** Ids that mean something to one parser or another, and are users like all others. */
export const hostileIds = [
  '__proto__',
  "o'brien",
  "' OR '1'='1",
  '"; DROP TABLE user_profiles; --',
  'two\nlines',
  'back\\slash',
  '$1',
  '007',
  'a,b',
  '../admin?user_id=ada',
  '{"$ne":null}',
  'Zoë',
] as const;

/** The own limit that tells one of them from another. */
export function hourlyLimitOf(id: (typeof hostileIds)[number]): number {
  return 20 + hostileIds.indexOf(id);
}

/** Named as the package names its fields. */
const userProfiles: Table = {
  columns: {
    user_id: 'text',
    tier: 'text',
    custom_requests_per_hour: 'integer',
    custom_daily_budget: 'money',
    preferred_models: 'json',
    created_at: 'time',
  },
  rows: [
    profile('ada', { tier: 'PRO', hourly: 7, budget: 2.5, models: '["gpt-4o"]', created: LONG_AGO }),
    profile('nell', {}),
    profile('twice', { tier: 'starter', hourly: 2 }),
    profile('mallory', { tier: 'platinum' }),
    // Who takes ids for numbers takes 007 for this one.
    profile('7', { tier: 'STARTER' }),
    ...hostileIds.map((id) => profile(id, { tier: 'BUSINESS', hourly: hourlyLimitOf(id) })),
  ],
};

interface Given {
  readonly tier?: string;
  readonly hourly?: number;
  readonly budget?: number;
  readonly models?: string;
  readonly created?: string;
}

function profile(id: string, { tier, hourly, budget, models, created }: Given): Row {
  return {
    user_id: id,
    tier: tier ?? null,
    custom_requests_per_hour: hourly ?? null,
    custom_daily_budget: budget ?? null,
    preferred_models: models ?? null,
    created_at: created ?? null,
  };
}

/** With names of their own. */
const customers: Table = {
  columns: {
    customer_ref: 'text',
    plan: 'text',
    signed_up_at: 'time',
    hourly_cap: 'integer',
    usd_per_day: 'money',
  },
  rows: [
    customer('c-1', 'Team', 7, 2.5),
    customer('c-2', null, null, null),
    customer('c-3', 'platinum', null, null),
    customer("o'brien", 'basic', null, null),
    customer('__proto__', null, 3, null),
  ],
};

function customer(ref: string, plan: string | null, cap: number | null, dollars: number | null): Row {
  return { customer_ref: ref, plan, signed_up_at: LONG_AGO, hourly_cap: cap, usd_per_day: dollars };
}

const domainModels: Table = {
  columns: { user_id: 'text', domain: 'text', model: 'text', preference: 'integer' },
  rows: [
    { user_id: 'ada', domain: 'legal', model: 'good', preference: 1 },
    { user_id: 'ada', domain: 'code', model: 'strong', preference: 2 },
    { user_id: 'ada', domain: 'code', model: 'refusing', preference: 1 },
    { user_id: '007', domain: 'code', model: 'uncounted', preference: 2 },
    { user_id: '7', domain: 'code', model: 'strong', preference: 1 },
  ],
};

/** As they were before there were profiles. */
const users: Table = {
  columns: {
    id: 'text',
    plan: 'text',
    signed_up: 'time',
    custom_daily_budget: 'money',
    preferred_models: 'text',
  },
  rows: [
    user('u-1', 'gold', 2.5, 'gpt-4o, gpt-4o-mini'),
    user('u-2', null, null, null),
    user('u-3', 'platinum', null, null),
    user('u-4', 'Trial', -1, null),
    user('', 'gold', null, null),
    ...hostileIds.map((id) => user(id, 'business', null, null)),
    user('u-5', 'enterprise', null, null),
  ],
};

function user(id: string, plan: string | null, dollars: number | null, models: string | null): Row {
  return { id, plan, signed_up: LONG_AGO, custom_daily_budget: dollars, preferred_models: models };
}

function subscriptions(now: number): Table {
  const recently = new Date(now - 3_600_000).toISOString();
  return {
    columns: { user_id: 'text', plan: 'text', deleted_at: 'time', updated_at: 'time' },
    rows: [
      { user_id: 'moved', plan: 'scale', deleted_at: null, updated_at: recently },
      { user_id: 'ended', plan: null, deleted_at: null, updated_at: recently },
      { user_id: 'odd', plan: 'platinum', deleted_at: null, updated_at: recently },
      { user_id: 'gone', plan: 'scale', deleted_at: recently, updated_at: recently },
      { user_id: '__proto__', plan: 'hobby', deleted_at: null, updated_at: recently },
      { user_id: 'asleep', plan: 'scale', deleted_at: null, updated_at: LONG_AGO },
    ],
  };
}

/** @param now ms since the epoch */
export function tables(now: number): ReadonlyMap<string, Table> {
  return new Map([
    ['user_profiles', userProfiles],
    ['customers', customers],
    ['domain_models', domainModels],
    ['users', users],
    ['subscriptions', subscriptions(now)],
  ]);
}
