import { describe, expect, it } from '@jest/globals';
import { CallGates } from '../../../../core/batch/gates/callGates';
import { FakeClock } from '../../../support/fakeClock';

const MINUTE_MS = 60_000;

describe('the gates of a process', () => {
  it('are one for each key, whatever the key looks like', () => {
    const gates = new CallGates();
    const clock = new FakeClock();
    expect(gates.of('__proto__', clock)).toBe(gates.of('__proto__', clock));
    expect(gates.of('__proto__', clock)).not.toBe(gates.of('constructor', clock));
  });

  it('start anew after 15 minutes without use', async () => {
    const gates = new CallGates();
    const clock = new FakeClock();
    const first = gates.of('model', clock);
    await clock.advance(14 * MINUTE_MS);
    expect(gates.of('model', clock)).toBe(first);
    (await first.enter()).leave({ kind: 'left' });
    await clock.advance(14 * MINUTE_MS);
    expect(gates.of('model', clock)).toBe(first);
    await clock.advance(MINUTE_MS);
    expect(gates.of('model', clock)).not.toBe(first);
  });

  it('keep those in use, however many there are, and however long a call takes', async () => {
    const gates = new CallGates();
    const clock = new FakeClock();
    const used = gates.of('used', clock);
    await used.enter();
    const idle = gates.of('idle', clock);
    for (let key = 0; key < 500; key += 1) gates.of(String(key), clock);
    await clock.advance(60 * MINUTE_MS);
    expect(gates.of('used', clock)).toBe(used);
    expect(gates.of('idle', clock)).not.toBe(idle);
  });
});
