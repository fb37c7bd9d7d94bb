import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { newTrial } from '../../../../core/batch/scheduler/trial';
import { Turns } from '../../../../core/batch/scheduler/turns';

const turnsOf = (total: number, more: { isOpen?: (index: number) => boolean; inOrder?: boolean } = {}) =>
  new Turns({ total, isOpen: () => true, inOrder: false, costUsd: null, ...more });

describe('the turns of a batch', () => {
  it('go round all that are to be tried', () => {
    const turns = turnsOf(5, { isOpen: (index) => index % 2 === 1 });
    expect([turns.take(0)?.index, turns.take(0)?.index, turns.take(0)]).toEqual([1, 3, undefined]);
  });

  it('of those who waited come first, as soon as they are due', () => {
    const turns = turnsOf(3);
    const trial = turns.take(0);
    if (trial) turns.wait(trial, 10);
    expect(turns.take(5)?.index).toBe(1);
    expect(turns.take(10)?.index).toBe(0);
    expect(turns.take(10)?.index).toBe(2);
    expect(turns.isReady(100)).toBe(false);
  });

  it('in order wait for the one that is tried again', () => {
    const turns = turnsOf(2, { inOrder: true });
    const trial = turns.take(0);
    if (trial) turns.wait(trial, 10);
    expect(turns.isReady(5)).toBe(false);
    expect(turns.dueAt).toBe(10);
    expect(turns.take(10)?.index).toBe(0);
  });

  it('come by the time they are due, whatever the order in which they began to wait', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 100 }), (times) => {
        const turns = turnsOf(0);
        times.forEach((dueAt, index) => {
          turns.wait(newTrial(index, null), dueAt);
        });
        const taken = times.map(() => times[turns.take(100)?.index ?? -1]);
        expect(taken).toEqual(times.toSorted((a, b) => a - b));
        expect(turns.isReady(100)).toBe(false);
      }),
    );
  });

  it('end with a word for each who was not begun', () => {
    const turns = turnsOf(4, { isOpen: (index) => index !== 2 });
    const trial = turns.take(0);
    if (trial) turns.wait(trial, 10);
    const untried: number[] = [];
    expect(turns.end((index) => untried.push(index))).toEqual([trial]);
    expect(untried).toEqual([1, 3]);
    expect(turns.isReady(100)).toBe(false);
  });
});
