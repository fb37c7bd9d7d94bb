import { expect, it } from '@jest/globals';
import type { Store } from '../../../../core/stores/store';
import { keyOf } from '../../../../core/stores/usage/reservationId';
import { admitted, forged, requestOf, usedBy, type IdParts, type Surroundings } from './surroundings';

/** Long enough for a few round trips, short enough to wait for. */
const SHORT_LEASE_MS = 200;

export function reservationContract(store: () => Store, surroundings: () => Surroundings): void {
  const costing = (estimateNanoUsd: number) => requestOf({}, { estimateNanoUsd });

  it.each([
    ['less than estimated', 30],
    ['more than estimated', 300],
    ['as much as estimated', 100],
    ['nothing', 0],
  ])(
    'that cost %s is settled: the cost takes the place of the estimate, the slot is free',
    async (_, cost) => {
      const id = await admitted(store(), costing(100));
      await admitted(store(), costing(1_000));
      expect(await store().settle(id, cost)).toBe('closed');
      expect(await usedBy(store())).toEqual([2, 2, 1_000 + cost, 1]);
    },
  );

  it('books once, however often and however it is closed', async () => {
    const settled = await admitted(store(), costing(100));
    const released = await admitted(store(), costing(1_000));
    expect(await store().settle(settled, 70)).toBe('closed');
    expect(await store().release(released)).toBe('closed');
    for (const id of [settled, released]) {
      expect(await store().settle(id, 5)).toBe('already closed');
      expect(await store().release(id)).toBe('already closed');
    }
    expect(await usedBy(store())).toEqual([1, 1, 70, 0]);
  });

  it('books once when it is settled many times at once', async () => {
    const id = await admitted(store(), costing(100));
    await admitted(store(), costing(0));
    const closings = await Promise.all(
      Array.from({ length: 50 }, async (_, cost) => await store().settle(id, cost)),
    );
    expect(closings.filter((closing) => closing === 'closed')).toHaveLength(1);
    expect(closings.filter((closing) => closing === 'already closed')).toHaveLength(49);
    expect((await usedBy(store()))[3]).toBe(1);
  });

  it('gives all of it back when it is released', async () => {
    const kept = await admitted(store(), costing(7));
    const before = await store().getUsage('ann');
    const ids = [];
    for (let request = 0; request < 20; request++)
      ids.push(await admitted(store(), costing(1_000 + request)));
    for (const id of ids.reverse()) expect(await store().release(id)).toBe('closed');
    expect(await store().getUsage('ann')).toEqual(before);
    expect(await store().release(kept)).toBe('closed');
    expect(await usedBy(store())).toEqual([0, 0, 0, 0]);
  });

  it('blocks by the overrun when it cost more than the budget', async () => {
    const limits = { dailyBudgetNanoUsd: 1_000 };
    const id = await admitted(store(), requestOf(limits, { estimateNanoUsd: 1 }));
    await store().settle(id, 5_000);
    expect(await store().check(requestOf(limits, { estimateNanoUsd: 1 }))).toMatchObject({
      allowed: false,
      limitType: 'budget',
      retryAfterMs: expect.any(Number),
    });
    expect((await usedBy(store()))[2]).toBe(5_000);
  });

  it('may be settled in any order', async () => {
    const ids = [];
    for (let request = 0; request < 60; request++) ids.push(await admitted(store(), costing(1)));
    const order = ids
      .map((id, index) => ({ id, place: (index * 37) % 60 }))
      .sort((a, b) => a.place - b.place);
    for (const { id, place } of order) expect(await store().settle(id, place)).toBe('closed');
    expect(await usedBy(store())).toEqual([60, 60, (59 * 60) / 2, 0]);
  });

  it('frees only its slot when its lease is over', async () => {
    const limits = { concurrentRequests: 1 };
    await admitted(store(), requestOf(limits, { estimateNanoUsd: 100 }), SHORT_LEASE_MS);
    expect(await store().check(requestOf(limits))).toMatchObject({ limitType: 'concurrent' });
    await surroundings().pass(SHORT_LEASE_MS + 50);
    expect(await usedBy(store())).toEqual([1, 1, 100, 0]);
    expect(await store().check(requestOf(limits))).toEqual({ allowed: true });
  });

  it('is settled once after its lease, and takes no slot of another with it', async () => {
    const id = await admitted(store(), costing(100), SHORT_LEASE_MS);
    await surroundings().pass(SHORT_LEASE_MS + 50);
    await admitted(store(), costing(0));
    expect(await store().settle(id, 40)).toBe('closed');
    expect(await store().settle(id, 50)).toBe('already closed');
    expect(await usedBy(store())).toEqual([2, 2, 40, 1]);
  });

  it('is released after its lease', async () => {
    const id = await admitted(store(), costing(100), SHORT_LEASE_MS);
    await surroundings().pass(SHORT_LEASE_MS + 50);
    expect(await store().release(id)).toBe('closed');
    expect(await usedBy(store())).toEqual([0, 0, 0, 0]);
  });

  it('of before a reset is nothing to those after it', async () => {
    const before = await admitted(store(), costing(100));
    await store().resetUsage('ann');
    const after = await admitted(store(), costing(100));
    expect(await store().settle(before, 5)).toBe('unknown');
    expect(await store().release(before)).toBe('unknown');
    expect(await usedBy(store())).toEqual([1, 1, 100, 1]);
    expect(await store().settle(after, 5)).toBe('closed');
  });

  it.each<[string, Partial<IdParts>]>([
    ['another estimate', { estimate: '999999' }],
    ['another moment', { time: '1763900000000' }],
    ['another lease', { leaseEnd: '99999999999999' }],
    ['another number', { sequence: '2' }],
    ['a number that was never given', { sequence: '9007199254740991' }],
    ['a number above 2^53', { sequence: '9999999999999999' }],
    ['another user', { key: keyOf('bob') }],
    ['a user nobody knows', { key: keyOf('mallory') }],
    ['another signature', { signature: '0123456789abcdef' }],
  ])('with %s is nobody’s', async (_, change) => {
    const [first] = [
      await admitted(store(), costing(100)),
      await admitted(store(), costing(100)),
      await admitted(store(), requestOf({}, { userId: 'bob', estimateNanoUsd: 100 })),
    ];
    const lie = forged(first, change);
    expect(await store().settle(lie, 0)).toBe('unknown');
    expect(await store().release(lie)).toBe('unknown');
    expect(await usedBy(store())).toEqual([2, 2, 200, 2]);
    expect(await usedBy(store(), 'bob')).toEqual([1, 1, 100, 1]);
  });

  it('does not go with the signature of another', async () => {
    const [first, second] = [await admitted(store(), costing(1)), await admitted(store(), costing(1_000))];
    const lie = forged(first, { signature: second.slice(-16) });
    expect(await store().settle(lie, 0)).toBe('unknown');
    expect(await usedBy(store())).toEqual([2, 2, 1_001, 2]);
  });

  it.each([
    ['nothing', ''],
    ['a word', 'reservation'],
    ['one without a signature', 'YW5u.1.1.1.1'],
    ['one with a signature that is none', 'YW5u.1.1.1.1.0123456789abcdeg'],
    ['one with braces', '{YW5u}.1.1.1.1.0123456789abcdef'],
    ['one with a space before', ' YW5u.1.1.1.1.0123456789abcdef'],
    ['one with a line break behind', 'YW5u.1.1.1.1.0123456789abcdef\n'],
    ['ten thousand letters', 'x'.repeat(10_000)],
  ])('has a form of its own: not %s', async (_, id) => {
    const wrong = { code: 'INVALID_PARAMETER', parameter: 'reservationId' };
    await expect((async () => await store().settle(id, 0))()).rejects.toMatchObject(wrong);
    await expect((async () => await store().release(id))()).rejects.toMatchObject(wrong);
  });

  it('may be one of many at the same time', async () => {
    const requests = Array.from({ length: 40 }, async (_, request) => {
      const id = await admitted(store(), costing(10));
      return request % 4 === 0 ? await store().release(id) : await store().settle(id, request);
    });
    expect(await Promise.all(requests)).toEqual(requests.map(() => 'closed'));
    const costs = Array.from({ length: 40 }, (_, request) => (request % 4 === 0 ? 0 : request));
    expect(await usedBy(store())).toEqual([30, 30, costs.reduce((sum, cost) => sum + cost), 0]);
  });
}
