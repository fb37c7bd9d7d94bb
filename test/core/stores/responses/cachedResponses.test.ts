import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CachedResponses } from '../../../../core/stores/responses/cachedResponses';

const limits = { entriesPerTenant: 3, bytesPerTenant: 30, bytesPerEntry: 20, bytesInAll: 60 };

const step = fc.record({
  tenant: fc.constantFrom('ann', 'bob', 'carl', ''),
  key: fc.constantFrom('a', 'b', 'c', 'd'),
  length: fc.nat(25),
  ttlMs: fc.nat(50),
  passes: fc.nat(10),
  act: fc.constantFrom('add', 'add', 'add', 'find', 'delete', 'dropExpired'),
});

it('responses never exceed a limit, and none is given after its time', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
      const responses = new CachedResponses(limits);
      let now = 0;
      for (const { tenant, key, length, ttlMs, passes, act } of steps) {
        now += passes;
        if (act === 'add')
          responses.add({ tenant, key, value: 'x'.repeat(length), expiresAt: now + ttlMs }, now);
        else if (act === 'delete') responses.deleteOf(tenant, now);
        else if (act === 'dropExpired') responses.dropExpired(now);
        else expect(responses.find(tenant, key, now)?.expiresAt ?? Infinity).toBeGreaterThan(now);
        const all = [...responses.all.values()];
        const bytesOf = (some: typeof all) => some.reduce((sum, { value }) => sum + value.length, 0);
        expect(bytesOf(all)).toBeLessThanOrEqual(limits.bytesInAll);
        for (const one of ['ann', 'bob', 'carl', '']) {
          const own = all.filter((response) => response.tenant === one);
          expect(own.length).toBeLessThanOrEqual(limits.entriesPerTenant);
          expect(bytesOf(own)).toBeLessThanOrEqual(limits.bytesPerTenant);
        }
      }
    }),
  );
});

it('what was just added is there, unless it is too large', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const responses = new CachedResponses(limits);
      for (const { tenant, key, length } of steps) {
        const value = 'x'.repeat(length);
        const before = responses.find(tenant, key, 0)?.value;
        responses.add({ tenant, key, value, expiresAt: 1 }, 0);
        expect(responses.find(tenant, key, 0)?.value).toBe(length <= 20 ? value : before);
      }
    }),
  );
});

it('responses that are over leave memory as others come', () => {
  const responses = new CachedResponses();
  for (let old = 0; old < 300; old++)
    responses.add({ tenant: `old ${String(old)}`, key: 'k', value: 'x', expiresAt: 1 }, 0);
  for (let time = 0; time < 300; time++)
    responses.add({ tenant: `new ${String(time)}`, key: 'k', value: 'x', expiresAt: 9 }, 1);
  expect(responses.all.size).toBe(300);
  responses.clear();
  expect(responses.all.size).toBe(0);
});
