import { describe, expect, it } from '@jest/globals';
import { AdaptiveGate } from '../../../../core/batch/gates/adaptiveGate';
import type { Passage } from '../../../../core/batch/gates/callGate';
import { FakeClock, settled } from '../../../support/fakeClock';

const answered = { kind: 'answered', latencyMs: 100 } as const;

/** Takes passages as long as there are some at once. */
function passagesOf(gate: AdaptiveGate, most: number): Passage[] {
  const passages: Passage[] = [];
  for (let place = 0; place < most; place += 1) {
    const leave = gate.queue((passage) => passages.push(passage));
    leave();
  }
  return passages;
}

describe('an adaptive gate', () => {
  it('begins with 20 calls at once, or as many as it is told', () => {
    const clock = new FakeClock();
    expect(passagesOf(new AdaptiveGate({ clock }), 100)).toHaveLength(20);
    expect(passagesOf(new AdaptiveGate({ clock, start: 3 }), 100)).toHaveLength(3);
    expect(passagesOf(new AdaptiveGate({ clock, most: 2 }), 100)).toHaveLength(2);
  });

  it('lets the next one pass when one leaves, first come first served', async () => {
    const gate = new AdaptiveGate({ clock: new FakeClock(), most: 1 });
    const order: number[] = [];
    const pass = async (name: number) => {
      const passage = await gate.enter();
      order.push(name);
      await settled();
      passage.leave(answered);
    };
    await Promise.all([pass(1), pass(2), pass(3)]);
    expect(order).toEqual([1, 2, 3]);
    expect(gate.isInUse).toBe(false);
  });

  it('counts a call that leaves twice once', () => {
    const gate = new AdaptiveGate({ clock: new FakeClock(), most: 2 });
    const [first] = passagesOf(gate, 2);
    first?.leave(answered);
    first?.leave(answered);
    expect(gate.underWay).toBe(1);
  });

  it('forgets who gave up waiting', async () => {
    const clock = new FakeClock();
    const gate = new AdaptiveGate({ clock, most: 1 });
    const [inside] = passagesOf(gate, 1);
    const reason = new Error('Enough');
    const abort = new AbortController();
    const waiting = gate.enter(abort.signal);
    expect(gate.waiting).toBe(1);
    abort.abort(reason);
    await expect(waiting).rejects.toBe(reason);
    await expect(gate.enter(abort.signal)).rejects.toBe(reason);
    expect(gate.waiting).toBe(0);
    inside?.leave(answered);
    expect(gate.underWay).toBe(0);
  });

  it('grows while all are answered and more want in, and not when nobody does', async () => {
    const wanted = new AdaptiveGate({ clock: new FakeClock() });
    const unwanted = new AdaptiveGate({ clock: new FakeClock() });
    for (let more = 0; more < 60; more += 1)
      void wanted.enter().then((passage) => {
        passage.leave(answered);
      });
    await settled();
    for (let more = 0; more < 60; more += 1) (await unwanted.enter()).leave(answered);
    expect(wanted.limit).toBe(40);
    expect(unwanted.limit).toBe(20);
  });

  it('goes back to what was accepted when there are too many', () => {
    const gate = new AdaptiveGate({ clock: new FakeClock() });
    for (const passage of passagesOf(gate, 20).slice(5))
      passage.leave({ kind: 'refused', retryAfterMs: 1000 });
    expect(gate.limit).toBe(5);
  });

  describe('that is asked for a wait which is over before any call is', () => {
    const refused = { kind: 'refused', retryAfterMs: 40 } as const;

    /** So many of 20 are accepted, and after 30 ms the others are refused. */
    async function refusedBut(
      kept: number,
    ): Promise<{ gate: AdaptiveGate; clock: FakeClock; made: Passage[] }> {
      const clock = new FakeClock();
      const gate = new AdaptiveGate({ clock });
      const burst = passagesOf(gate, 20);
      await clock.advance(30);
      for (const passage of burst.slice(kept)) passage.leave(refused);
      const made: Passage[] = [];
      for (let call = 0; call < 30; call += 1) gate.queue((passage) => made.push(passage));
      return { gate, clock, made };
    }

    it('makes one more then, and spaces calls when that is not refused', async () => {
      const { gate, clock, made } = await refusedBut(1);
      await clock.advance(39);
      expect(made).toHaveLength(0);
      await clock.advance(1);
      expect(made).toHaveLength(1);
      await clock.advance(60);
      expect(made).toHaveLength(2);
      await clock.advance(400);
      expect(made).toHaveLength(12);
      expect(gate.limit).toBe(20);
    });

    it('keeps to the number when it is', async () => {
      const { gate, clock, made } = await refusedBut(5);
      await clock.advance(40);
      expect(made).toHaveLength(1);
      await clock.advance(30);
      made[0]?.leave(refused);
      await clock.advance(400);
      expect(made).toHaveLength(1);
      expect(gate.limit).toBeLessThanOrEqual(5);
    });

    it('does not when a call was over before', async () => {
      const clock = new FakeClock();
      const gate = new AdaptiveGate({ clock });
      const burst = passagesOf(gate, 20);
      for (const passage of burst.slice(5)) passage.leave(refused);
      burst[0]?.leave(answered);
      let made = 0;
      for (let call = 0; call < 30; call += 1) gate.queue(() => (made += 1));
      await clock.advance(400);
      expect(made).toBe(1);
    });
  });

  it('pauses for as long as it is asked to when even one call is too many, and wakes once', async () => {
    const clock = new FakeClock();
    const gate = new AdaptiveGate({ clock, most: 1 });
    passagesOf(gate, 1)[0]?.leave({ kind: 'refused', retryAfterMs: 5000 });
    let passed = 0;
    void gate.enter().then(() => (passed += 1));
    await clock.advance(4999);
    expect({ passed, sleepers: clock.sleepers }).toEqual({ passed: 0, sleepers: 1 });
    await clock.advance(1);
    expect({ passed, sleepers: clock.sleepers }).toEqual({ passed: 1, sleepers: 0 });
  });

  it('tries a call after a minute, whatever it is asked for', async () => {
    const clock = new FakeClock();
    const gate = new AdaptiveGate({ clock, most: 1 });
    passagesOf(gate, 1)[0]?.leave({ kind: 'refused', retryAfterMs: 86_400_000 });
    let passed = 0;
    void gate.enter().then(() => (passed += 1));
    await clock.advance(60_000);
    expect(passed).toBe(1);
  });

  it('leaves no wait behind when nobody waits any more', () => {
    const clock = new FakeClock();
    const gate = new AdaptiveGate({ clock, most: 1 });
    passagesOf(gate, 1)[0]?.leave({ kind: 'refused', retryAfterMs: 5000 });
    const leave = gate.queue(() => undefined);
    expect(clock.sleepers).toBe(1);
    leave();
    expect(clock.sleepers).toBe(0);
  });

  it('spaces calls by what the provider says is left', async () => {
    const clock = new FakeClock();
    const gate = new AdaptiveGate({ clock });
    // A limit of 60 a minute, with two left: one a second flows in.
    const quota = { requests: { remaining: 2, limit: 60, resetsInMs: 58_000 } };
    passagesOf(gate, 1)[0]?.leave({ ...answered, quota });
    let passed = 0;
    for (let call = 0; call < 10; call += 1) void gate.enter().then(() => (passed += 1));
    await settled();
    expect(passed).toBe(2);
    await clock.advance(1000);
    expect(passed).toBe(3);
    await clock.advance(3000);
    expect(passed).toBe(6);
  });

  it('waits until there is something left when nothing is said of how it flows in', async () => {
    const clock = new FakeClock();
    const gate = new AdaptiveGate({ clock });
    const quota = { tokens: { remaining: 0, limit: 1000, resetsInMs: 20_000 } };
    passagesOf(gate, 1)[0]?.leave({ ...answered, quota });
    let passed = 0;
    void gate.enter().then(() => (passed += 1));
    await clock.advance(19_999);
    expect(passed).toBe(0);
    await clock.advance(1);
    expect(passed).toBe(1);
  });

  it('takes single faults for what they are, and many for an outage', () => {
    const clock = new FakeClock();
    const [some, many] = [new AdaptiveGate({ clock }), new AdaptiveGate({ clock })];
    for (let call = 0; call < 200; call += 1) {
      passagesOf(some, 1)[0]?.leave(call % 20 === 0 ? { kind: 'failed' } : answered);
      passagesOf(many, 1)[0]?.leave(call % 2 === 0 ? { kind: 'failed' } : answered);
    }
    expect(some.limit).toBe(20);
    expect(many.limit).toBeLessThan(5);
  });
});
