import { expect, it } from '@jest/globals';
import { Turns } from '../../../../core/profiles/manager/turns';
import { settled } from '../../../support/fakeClock';

it('the same key waits, another does not, and a failure lets the next one in', async () => {
  const turns = new Turns();
  const events: string[] = [];
  let failFirst: (error: Error) => void = () => undefined;
  const results = Promise.allSettled([
    turns.take('a', () => {
      events.push('a1 begins');
      return new Promise((_, reject) => {
        failFirst = reject;
      });
    }),
    turns.take('a', () => {
      events.push('a2 begins');
      return Promise.resolve('a2');
    }),
    turns.take('b', () => {
      events.push('b begins');
      return Promise.resolve('b');
    }),
  ]);
  await settled();
  expect(events).toEqual(['a1 begins', 'b begins']);
  failFirst(new Error('a1 failed'));
  expect(await results).toMatchObject([
    { status: 'rejected', reason: { message: 'a1 failed' } },
    { status: 'fulfilled', value: 'a2' },
    { status: 'fulfilled', value: 'b' },
  ]);
  expect(events).toEqual(['a1 begins', 'b begins', 'a2 begins']);
});
