import { beforeEach, describe, expect, it } from '@jest/globals';
import { EntryWriter } from '../../../../core/batch/checkpoints/entryWriter';
import { StoreFullError } from '../../../../core/stores/staticData/storeFullError';
import { FakeClock, settled } from '../../../support/fakeClock';
import { unavailable } from './support/stores';

/** What becomes of a write of so many entries. */
type Answer = (entries: number) => void | Promise<void>;

let clock: FakeClock;
let writer: EntryWriter;
let answer: Answer;
/** How many entries each write held. */
let writes: number[];

beforeEach(() => {
  clock = new FakeClock();
  writes = [];
  answer = () => undefined;
  writer = new EntryWriter({
    clock,
    write: (entries) => {
      writes.push(entries.length);
      return answer(entries.length);
    },
  });
});

const add = (count = 1) => {
  for (let index = 0; index < count; index++) writer.add({ key: 'k', text: () => 'x' });
};
const failing = (error: Error) => () => {
  throw error;
};

describe('a writer of entries', () => {
  it('writes an entry that comes right after a round was done', async () => {
    add();
    await settled();
    add();
    await settled();
    expect(writes).toEqual([1, 1]);
  });

  it('looks for what a full store still has room for, and then leaves it alone', async () => {
    let room = 101;
    answer = (entries) => {
      if (entries > room) throw new StoreFullError(0);
      room -= entries;
    };
    add(400);
    await settled();
    expect(room).toBe(0);
    expect(writes.length).toBeLessThan(20);
    const written = writes.length;
    add(3);
    await writer.drain(new AbortController().signal);
    expect(writes).toHaveLength(written);
    expect(writer.fault).toBeInstanceOf(StoreFullError);
  });

  it('pauses for a second again once the store was well', async () => {
    answer = failing(unavailable());
    for (const ms of [1_000, 2_000, 4_000]) {
      add();
      await settled();
      await clock.advance(ms);
    }
    answer = () => undefined;
    add();
    await settled();
    answer = failing(unavailable());
    add();
    await settled();
    await clock.advance(1_000);
    add();
    await settled();
    expect(writes).toEqual([1, 2, 3, 4, 1, 2]);
  });

  it('remembers the first fault for as long as anything waits', async () => {
    const [first, second] = [unavailable(), unavailable()];
    answer = failing(first);
    add();
    await settled();
    expect(writer.fault).toBe(first);
    await clock.advance(1_000);
    answer = failing(second);
    add();
    await settled();
    expect(writer.fault).toBe(first);
    answer = () => undefined;
    await writer.drain(new AbortController().signal);
    expect(writer.fault).toBeUndefined();
  });

  it('writes no more when nobody waits for it any longer', async () => {
    const unanswered: (() => void)[] = [];
    answer = () =>
      new Promise((resolve) => {
        unanswered.push(resolve);
      });
    add(1_200);
    const waiting = new AbortController();
    const drained = writer.drain(waiting.signal);
    unanswered.shift()?.();
    await settled();
    waiting.abort();
    unanswered.shift()?.();
    await settled();
    expect(writes.slice(0, 2)).toEqual([1, 500]);
    for (const resolve of unanswered.splice(0)) resolve();
    await settled();
    await drained;
    expect(writes).toEqual([1, 500]);
  });
});
