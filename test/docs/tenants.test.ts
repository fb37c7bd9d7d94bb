import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { createUserProfile, MemoryStore, RateLimiter, TIER_LEVELS, TIER_PRESETS } from '../../core';
import { CascadeRedisApi } from '../../credentials/CascadeRedisApi.credentials';
import { RateLimitCheck } from '../../nodes/RateLimitCheck/RateLimitCheck.node';
import { checkReport } from '../../nodes/RateLimitCheck/report';
import { UserProfile } from '../../nodes/UserProfile/UserProfile.node';

const guide = readFileSync('docs/tenants.md', 'utf8');
const readme = readFileSync('README.md', 'utf8');

const nodes = [new RateLimitCheck().description, new UserProfile().description];

/** The words of tables, headings and texts, without their emphasis. */
const words = guide.replace(/[*_`]/g, '');

const operations = nodes.flatMap(({ properties }) =>
  properties
    .filter(({ name }) => name === 'operation')
    .flatMap(({ options = [] }) => options.flatMap((option) => ('name' in option ? [option.name] : []))),
);

const parameters = new RateLimitCheck().description.properties
  .filter(({ type }) => type !== 'notice' && type !== 'credentials' && type !== 'collection')
  .map(({ displayName }) => displayName);

const options = nodes[0]?.properties
  .filter(({ name }) => name === 'options')
  .flatMap(({ options: all = [] }) =>
    all.flatMap((option) => ('displayName' in option ? [option.displayName] : [])),
  );

const fields = new CascadeRedisApi().properties.map(({ displayName }) => displayName);

describe('the guide to users and limits', () => {
  it.each([...new Set([...operations, ...parameters, ...(options ?? []), ...fields])])(
    'tells of %s',
    (name) => {
      expect(words).toContain(name);
    },
  );

  it.each([...TIER_LEVELS])('has the limits of %s, and so has the README', (tier) => {
    const { requestsPerHour, requestsPerDay, dailyBudget } = TIER_PRESETS[tier];
    const row = [requestsPerHour, requestsPerDay, dailyBudget].map((limit) =>
      limit === null
        ? 'unlimited'
        : limit.toLocaleString('en-US', { minimumFractionDigits: limit < 1 ? 2 : 0 }),
    );
    const cells = new RegExp(`\\| ${[tier, ...row].join(' +\\| ')} +\\|`);
    expect(guide).toMatch(cells);
    expect(readme).toMatch(cells);
  });

  it('shows what the node gives', async () => {
    const [, example = ''] = /```json\n([\s\S]*?)```/.exec(guide) ?? [];
    const clock = { now: () => now };
    const limiter = new RateLimiter({ store: new MemoryStore({ clock }), clock });
    let now = 0;
    const request = async (time: string, cost: number) => {
      now = Date.parse(`2026-11-23T${time}Z`);
      await limiter.recordRequest('user', cost);
    };
    for (const time of ['10:00:00', '10:10:00', '11:30:04']) await request(time, 0.001);
    for (let second = 0; second < 8; second += 1) await request(`11:45:0${String(second)}`, 0.0014);
    await request('11:59:50', 0);
    now = Date.parse('2026-11-23T12:00:00Z');
    const decision = await limiter.reserve(createUserProfile('FREE', 'user'));
    const report = checkReport(
      { decision, reservationId: undefined },
      { tier: 'FREE', now },
      { mode: 'enforce', headers: 'standard', nearLimitPercent: 80 },
    );
    expect(JSON.parse(example)).toEqual({ rateLimit: report });
  });

  it('links to files that exist', () => {
    const links = [...guide.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, file]) => file ?? '');
    expect(links).not.toEqual([]);
    for (const file of links) expect([file, existsSync(`docs/${file}`)]).toEqual([file, true]);
  });
});
