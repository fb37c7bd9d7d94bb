import { describe, expect, it } from '@jest/globals';
import { FakeClock } from '../../../support/fakeClock';
import { admitted, DAY_MS, HOUR_MS, profileOf, requestOf, usedBy } from '../contract/surroundings';
import { describeStore } from '../storeContract';
import { newProcess, SavedWorkflow } from './support/workflow';

const clock = new FakeClock();

describeStore('StaticDataStore', () => ({
  open: () => new SavedWorkflow(clock).start().store,
  pass: (ms) => clock.advance(ms),
}));

describe('what is saved', () => {
  it('is one text, however much it is', async () => {
    const workflow = new SavedWorkflow(clock);
    const { store, save } = workflow.start();
    for (let user = 0; user < 20; user++)
      await admitted(store, requestOf({}, { userId: `user-${String(user)}` }));
    store.putProfile(profileOf('ann'));
    save();
    expect(workflow.found).toEqual({ cascadeflow: expect.any(String) });
  });

  it('leaves everything else in static data alone', async () => {
    const workflow = new SavedWorkflow(clock);
    workflow.json = '{"global":{"lastId":7},"node:Poll":{"at":1}}';
    const { store, save } = workflow.start();
    await admitted(store, requestOf());
    save();
    expect(JSON.parse(workflow.json)).toEqual({
      global: { lastId: 7, cascadeflow: expect.any(String) },
      'node:Poll': { at: 1 },
    });
  });

  it('is nothing when nothing has changed', async () => {
    const workflow = new SavedWorkflow(clock);
    const { store, staticData } = workflow.start();
    const none = requestOf({ requestsPerHour: 0 });
    expect(store.check(none)).toMatchObject({ allowed: false });
    expect(store.reserve(none, 1)).toMatchObject({ allowed: false });
    expect(await usedBy(store)).toEqual([0, 0, 0, 0]);
    expect(store.getProfile('ann')).toBeUndefined();
    expect(store.deleteUser('ann')).toBe(false);
    store.resetUsage('ann');
    expect(staticData).toEqual({});
  });

  it('comes back to the next process, with all that counts and all that is open', async () => {
    const workflow = new SavedWorkflow(clock);
    const before = workflow.start();
    before.store.putProfile(profileOf('ann', 'PRO', '{"version":2}'));
    const [settled, open] = [
      await admitted(before.store, requestOf({}, { estimateNanoUsd: 100 })),
      await admitted(before.store, requestOf({}, { estimateNanoUsd: 1_000 })),
    ];
    before.store.settle(settled, 7);
    before.save();

    const { store } = workflow.start({ Store: await newProcess() });
    expect(store.exportUser('ann')).toEqual(before.store.exportUser('ann'));
    expect(store.settle(settled, 9)).toBe('already closed');
    expect(store.settle(open, 9)).toBe('closed');
    expect(await usedBy(store)).toEqual([2, 2, 16, 0]);
    expect(store.getProfile('ann')).toEqual(profileOf('ann', 'PRO', '{"version":2}'));
  });

  it('goes on sliding in the next process', async () => {
    const workflow = new SavedWorkflow(clock);
    const { store, save } = workflow.start();
    store.recordRequest('ann', 5);
    await clock.advance(HOUR_MS - 1);
    store.recordRequest('ann', 6);
    save();
    await clock.advance(1);
    const after = workflow.start({ Store: await newProcess() }).store;
    expect(await usedBy(after)).toEqual([1, 2, 11, 0]);
  });

  it('keeps the oddest of user ids', async () => {
    const ids = [
      '__proto__',
      'constructor',
      '"',
      '\\',
      'a\nb',
      '\u0000',
      '\u2028',
      '\ud83d\ude00',
      '[]',
      '],"usages":[[',
    ];
    const workflow = new SavedWorkflow(clock);
    const { store, save } = workflow.start();
    for (const [index, userId] of ids.entries()) {
      store.putProfile(profileOf(userId, userId, userId));
      store.recordRequest(userId, index);
    }
    save();
    const after = workflow.start({ Store: await newProcess() }).store;
    for (const [index, userId] of ids.entries()) {
      expect(await usedBy(after, userId)).toEqual([1, 1, index, 0]);
      expect(after.getProfile(userId)).toEqual(profileOf(userId, userId, userId));
    }
  });

  it('is without those who were erased, and those who are idle for a day', async () => {
    const workflow = new SavedWorkflow(clock);
    const { store, save } = workflow.start();
    store.putProfile(profileOf('erased'));
    store.recordRequest('erased', 1);
    store.recordRequest('reset', 1);
    store.recordRequest('idle', 1);
    save();
    expect(workflow.json).toContain('erased');
    store.deleteUser('erased');
    store.resetUsage('reset');
    await clock.advance(DAY_MS);
    for (let user = 0; user < 10; user++) store.recordRequest(`new ${String(user)}`, 1);
    save();
    expect(workflow.json).not.toMatch(/erased|reset|idle/);
  });
});

describe('executions at the same time', () => {
  it('save the newest state, whichever of them saves last', async () => {
    const workflow = new SavedWorkflow(clock);
    const [first, second, third] = [workflow.start(), workflow.start(), workflow.start()];
    await admitted(first.store, requestOf());
    await admitted(second.store, requestOf());
    second.save();
    await admitted(third.store, requestOf());
    third.save();
    // The first one, which knew of one request, ends last.
    first.save();
    const after = workflow.start({ Store: await newProcess() }).store;
    expect(await usedBy(after)).toEqual([3, 3, 0, 3]);
  });

  it('save what others did after their own last change', async () => {
    const workflow = new SavedWorkflow(clock);
    const [first, second] = [workflow.start(), workflow.start()];
    await admitted(first.store, requestOf());
    await admitted(second.store, requestOf());
    second.store.putProfile(profileOf('ann'));
    first.save();
    const after = workflow.start({ Store: await newProcess() }).store;
    expect(await usedBy(after)).toEqual([2, 2, 0, 2]);
    expect(after.getProfile('ann')).toEqual(profileOf('ann'));
  });

  it('let in exactly as many as there is room for, and lose no count', async () => {
    const workflow = new SavedWorkflow(clock);
    const executions = Array.from({ length: 50 }, async (_, index) => {
      let letIn = 0;
      for (let call = 0; call < 4; call++) {
        const { store, save } = workflow.start();
        await clock.advance(index % 3);
        const reservation = store.reserve(requestOf({ requestsPerHour: 120 }), 1_000);
        await clock.advance(index % 5);
        if (reservation.allowed) store.settle(reservation.reservationId, 1);
        if (reservation.allowed) letIn++;
        save();
      }
      return letIn;
    });
    const letIn = (await Promise.all(executions)).reduce((sum, count) => sum + count);
    expect(letIn).toBe(120);
    const after = workflow.start({ Store: await newProcess() }).store;
    expect(await usedBy(after)).toEqual([120, 120, 120, 0]);
  });

  it('save the newest state when only another node has changed static data', async () => {
    const workflow = new SavedWorkflow(clock);
    const first = workflow.start();
    await admitted(first.store, requestOf());
    first.save();
    const looking = workflow.start();
    expect(looking.store.check(requestOf())).toEqual({ allowed: true });
    const { json } = workflow;
    looking.save();
    expect(workflow.json).toBe(json);

    const other = workflow.start();
    await admitted(other.store, requestOf());
    other.save();
    looking.staticData['lastId'] = 7;
    looking.save();
    expect(workflow.found).toMatchObject({ lastId: 7 });
    expect(await usedBy(workflow.start({ Store: await newProcess() }).store)).toEqual([2, 2, 0, 2]);
  });

  it('do not go back to what one of them was started with', async () => {
    const workflow = new SavedWorkflow(clock);
    const first = workflow.start();
    await admitted(first.store, requestOf());
    first.save();
    const stale = workflow.start();
    const other = workflow.start();
    await admitted(other.store, requestOf());
    other.save();
    await admitted(stale.store, requestOf());
    stale.save();
    expect(await usedBy(workflow.start({ Store: await newProcess() }).store)).toEqual([3, 3, 0, 3]);
  });
});

it('a workflow knows nothing of another', async () => {
  const [one, other] = [new SavedWorkflow(clock).start(), new SavedWorkflow(clock).start()];
  const id = await admitted(one.store, requestOf());
  one.store.putProfile(profileOf('ann'));
  expect(await usedBy(other.store)).toEqual([0, 0, 0, 0]);
  expect(other.store.getProfile('ann')).toBeUndefined();
  expect(other.store.settle(id, 1)).toBe('unknown');
  expect(other.staticData).toEqual({});
});
