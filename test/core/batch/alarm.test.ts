import { describe, expect, it } from '@jest/globals';
import { Alarm } from '../../../core/batch/alarm';
import { FakeClock } from '../../support/fakeClock';

function alarmed() {
  const clock = new FakeClock();
  const rings: number[] = [];
  const start = clock.now();
  const alarm = new Alarm(clock, () => rings.push(clock.now() - start));
  return { clock, rings, start, alarm };
}

describe('an alarm', () => {
  it('rings once, when it is time', async () => {
    const { clock, rings, start, alarm } = alarmed();
    alarm.set(start + 10);
    await clock.advance(9);
    expect(rings).toEqual([]);
    await clock.advance(1);
    await clock.advance(100);
    expect(rings).toEqual([10]);
  });

  it('rings earlier when it is set to an earlier time, with one wait at most', async () => {
    const { clock, rings, start, alarm } = alarmed();
    for (const after of [50, 30, 40, 10, 60]) alarm.set(start + after);
    expect(clock.sleepers).toBe(1);
    await clock.advance(10);
    expect(rings).toEqual([10]);
    expect(clock.sleepers).toBe(0);
  });

  it('can be turned off', async () => {
    const { clock, rings, start, alarm } = alarmed();
    alarm.set(start + 10);
    alarm.set(undefined);
    await clock.advance(100);
    expect({ rings, sleepers: clock.sleepers }).toEqual({ rings: [], sleepers: 0 });
  });

  it('rings at once when the time is over', async () => {
    const { clock, rings, start, alarm } = alarmed();
    alarm.set(start - 5);
    await clock.advance(0);
    expect(rings).toEqual([0]);
  });
});
