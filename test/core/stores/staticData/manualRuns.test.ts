import { describe, expect, it } from '@jest/globals';
import type { StaticDataStore } from '../../../../core/stores/staticData/staticDataStore';
import { FakeClock } from '../../../support/fakeClock';
import { admitted, profileOf, requestOf, usedBy } from '../contract/surroundings';
import { newProcess, SavedWorkflow } from './support/workflow';

const clock = new FakeClock();

describe('a run by hand', () => {
  it('counts for itself', async () => {
    const workflow = new SavedWorkflow(clock);
    const [production, manual] = [workflow.start(), workflow.start({ mode: 'manual' })];
    const produced = await admitted(production.store, requestOf({ requestsPerHour: 1 }));
    const tried = await admitted(manual.store, requestOf({ requestsPerHour: 1 }));
    expect(manual.store.check(requestOf({ requestsPerHour: 1 }))).toMatchObject({ allowed: false });
    expect(production.store.settle(tried, 1)).toBe('unknown');
    expect(manual.store.settle(produced, 1)).toBe('unknown');
    manual.store.recordRequest('ann', 5);
    expect(await usedBy(production.store)).toEqual([1, 1, 0, 1]);
    expect(await usedBy(manual.store)).toEqual([2, 2, 5, 1]);
  });

  it('goes on counting in the next run by hand', async () => {
    const workflow = new SavedWorkflow(clock);
    await admitted(workflow.start({ mode: 'manual' }).store, requestOf());
    expect(await usedBy(workflow.start({ mode: 'manual' }).store)).toEqual([1, 1, 0, 1]);
  });

  it('puts nothing into static data, which n8n would not save', async () => {
    const { store, staticData } = new SavedWorkflow(clock).start({ mode: 'manual' });
    await admitted(store, requestOf());
    store.putProfile(profileOf('ann'));
    store.deleteProfile('ann');
    expect(staticData).toEqual({});
  });

  it('writes profiles for everybody at once', () => {
    const workflow = new SavedWorkflow(clock);
    const production = workflow.start();
    const manual = workflow.start({ mode: 'manual' });
    manual.store.putProfile(profileOf('ann', 'PRO'));
    expect(production.store.getProfile('ann')).toEqual(profileOf('ann', 'PRO'));
    production.store.putProfile(profileOf('ann', 'FREE'));
    expect(manual.store.getProfile('ann')).toEqual(profileOf('ann', 'FREE'));
    expect(manual.store.listProfiles({ limit: 5 }).profiles).toEqual([profileOf('ann', 'FREE')]);
  });

  it.each<[string, (store: StaticDataStore) => unknown, readonly string[]]>([
    [
      'written',
      (store) => {
        store.putProfile(profileOf('bob'));
      },
      ['ann', 'bob'],
    ],
    ['deleted', (store) => store.deleteProfile('ann'), []],
  ])(
    'leaves a profile it has %s to the next run in production, which saves it without more ado',
    async (_, change, left) => {
      const workflow = new SavedWorkflow(clock);
      const before = workflow.start();
      before.store.putProfile(profileOf('ann'));
      before.save();
      change(workflow.start({ mode: 'manual' }).store);
      const next = workflow.start();
      expect(next.store.check(requestOf())).toEqual({ allowed: true });
      next.save();
      const after = workflow.start({ Store: await newProcess() }).store;
      const ids = after.listProfiles({ limit: 5 }).profiles.map(({ userId }) => userId);
      expect(ids).toEqual(left);
      expect(JSON.stringify(workflow.start().staticData)).toBe(JSON.stringify(workflow.found));
    },
  );

  it('keeps redactions for itself', () => {
    const workflow = new SavedWorkflow(clock);
    const [production, manual] = [workflow.start(), workflow.start({ mode: 'manual' })];
    production.store.assignPlaceholders('chat', [{ label: 'EMAIL', value: 'a@b.co' }], 60_000);
    manual.store.assignPlaceholders('chat', [{ label: 'EMAIL', value: 'test@b.co' }], 60_000);
    expect(manual.store.placeholdersOf('chat')).toEqual(new Map([['EMAIL_1', 'test@b.co']]));
    expect(production.store.placeholdersOf('chat')).toEqual(new Map([['EMAIL_1', 'a@b.co']]));
    expect(manual.staticData).toEqual({});
  });

  it('learns and caches for itself', () => {
    const workflow = new SavedWorkflow(clock);
    const [production, manual] = [workflow.start(), workflow.start({ mode: 'manual' })];
    manual.store.recordOutcome({ model: 'mini', domain: 'code', expected: 0.5, agreed: 1 });
    manual.store.cacheResponse('ann', 'k', 'tried', 60_000);
    expect(manual.store.cachedResponse('ann', 'k')).toBe('tried');
    expect(manual.store.calibrationOf('mini')).toBeDefined();
    expect(production.store.cachedResponse('ann', 'k')).toBeUndefined();
    expect(production.store.calibrationOf('mini')).toBeUndefined();
    expect(manual.store.scope).not.toBe(production.store.scope);
    expect(manual.staticData).toEqual({});
  });

  it('keeps batches for itself, however large, and finds them in the next run by hand', () => {
    const workflow = new SavedWorkflow(clock);
    const [production, manual] = [workflow.start(), workflow.start({ mode: 'manual' })];
    production.store.keepBatchEntries('night', [['a', 'produced']], 60_000);
    manual.store.keepBatchEntries(
      'night',
      [
        ['a', 'tried'],
        ['b', 'x'.repeat(2_000_000)],
      ],
      60_000,
    );
    manual.store.finishBatch('night');
    expect(production.store.batchEntries('night', ['a', 'b'])).toEqual(['produced', undefined]);
    expect(workflow.start({ mode: 'manual' }).store.batchEntries('night', ['a'])).toEqual(['tried']);
    expect(manual.store.deleteBatch('night')).toBe(true);
    expect(production.store.batchEntries('night', ['a'])).toEqual(['produced']);
    expect(manual.staticData).toEqual({});
  });

  it('is the first to read what was saved, if need be', async () => {
    const workflow = new SavedWorkflow(clock);
    const before = workflow.start();
    before.store.putProfile(profileOf('ann'));
    await admitted(before.store, requestOf());
    before.save();
    const Store = await newProcess();
    const manual = workflow.start({ mode: 'manual', Store });
    expect(manual.store.getProfile('ann')).toEqual(profileOf('ann'));
    expect(await usedBy(manual.store)).toEqual([0, 0, 0, 0]);
    expect(await usedBy(workflow.start({ Store }).store)).toEqual([1, 1, 0, 1]);
  });
});
