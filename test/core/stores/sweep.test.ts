import { expect, it } from '@jest/globals';
import { Sweep } from '../../../core/stores/sweep';

it('a sweep goes round all entries, two at each arrival', () => {
  const entries = new Map([
    ['a', 1],
    ['b', 2],
    ['c', 3],
  ]);
  const sweep = new Sweep(entries);
  const seen: string[] = [];
  for (let arrival = 0; arrival < 4; arrival++)
    sweep.onArrival((id, value) => seen.push(`${id}${String(value)}`));
  expect(seen).toEqual(['a1', 'b2', 'c3', 'a1', 'b2', 'c3']);
  entries.clear();
  sweep.onArrival(() => seen.push('none'));
  expect(seen).toHaveLength(6);
});
