import { describe, expect, it } from '@jest/globals';
import { CircuitBreakers } from '../../../../../core/cascade/engine/breakers/circuitBreakers';
import { circuitOf } from '../../../../../core/cascade/engine/cascadeModel';
import { fails, says } from '../../../../support/scriptedModel';
import { failureOf, fault, good, GOOD, inTurn, refuses, stage } from '../stage';

function failing(times: number, everyMs = 0): CircuitBreakers {
  const breakers = new CircuitBreakers();
  for (let time = 0; time < times; time += 1) breakers.failed('a', time * everyMs);
  return breakers;
}

describe('a circuit', () => {
  it('opens for half a minute after five failures in a row', () => {
    expect(failing(4).refusal('a', 0)).toBeUndefined();
    expect(failing(5).refusal('a', 0)).toBe('it rests for another 30 s after failing');
    expect(failing(5).refusal('a', 29_001)).toBe('it rests for another 1 s after failing');
    expect(failing(5).refusal('a', 30_000)).toBeUndefined();
  });

  it("stays closed when they are more than a minute apart, or another model's", () => {
    expect(failing(20, 15_001).refusal('a', 300_000)).toBeUndefined();
    expect(failing(5, 15_000).refusal('a', 60_000)).toBeDefined();
    expect(failing(5).refusal('b', 0)).toBeUndefined();
  });

  it('forgets failures before an answer', () => {
    const breakers = failing(4);
    breakers.answered('a');
    breakers.failed('a', 1);
    expect(breakers.refusal('a', 1)).toBeUndefined();
  });

  it('lets one try when the rest is over, and the others wait for what comes of it', () => {
    const breakers = failing(5);
    expect(breakers.isResting('a', 30_000)).toBe(false);
    expect(breakers.refusal('a', 30_000)).toBeUndefined();
    expect(breakers.isResting('a', 30_000)).toBe(true);
    expect(breakers.refusal('a', 40_000)).toBe('it rests after failing, while another query tries it');
    breakers.failed('a', 40_000);
    expect(breakers.refusal('a', 69_999)).toBe('it rests for another 1 s after failing');
    expect(breakers.refusal('a', 70_000)).toBeUndefined();
    breakers.answered('a');
    expect(breakers.refusal('a', 70_000)).toBeUndefined();
    expect(breakers.refusal('a', 70_000)).toBeUndefined();
  });

  it('lets the next one try when the first gave up', () => {
    const breakers = failing(5);
    breakers.refusal('a', 30_000);
    breakers.abandoned('a');
    expect(breakers.refusal('a', 30_000)).toBeUndefined();
  });

  it('opens at once for as long as a provider asks, an hour at most, and never shorter than before', () => {
    const breakers = new CircuitBreakers();
    breakers.failed('a', 0, 86_400_000);
    breakers.failed('a', 0, 5000);
    expect(breakers.refusal('a', 3_599_999)).toBeDefined();
    expect(breakers.refusal('a', 3_600_000)).toBeUndefined();
  });

  it('is kept for the thousand models that failed last', () => {
    const breakers = failing(5);
    for (let model = 0; model < 1000; model += 1) breakers.failed(`model ${String(model)}`, 0, 60_000);
    expect(breakers.refusal('a', 0)).toBeUndefined();
    expect(breakers.refusal('model 0', 0)).toBeDefined();
    expect(breakers.refusal('__proto__', 0)).toBeUndefined();
  });
});

describe('a cascade with a model at rest', () => {
  const down = fails(fault('server', { status: 503 }));
  const settings = { retries: 0 };

  it('asks the others at once, says so, and tries it again later', async () => {
    const drafter = inTurn(down, down, down, down, down, good);
    const { ask, asked, clock } = stage([drafter, good], { settings });
    for (let query = 0; query < 5; query += 1) await ask();
    const { report, trace } = await ask();
    expect(asked()).toEqual([5, 6]);
    expect(report).toMatchObject({ modelUsed: 'model 2', escalated: true });
    expect(report.reason).toMatch(
      /^escalated: model 1 was not asked: it rests for another \d+ s after failing$/,
    );
    expect(trace.map(({ step }) => step)).toEqual(['route', 'skip', 'answer']);
    await clock.advance(30_000);
    expect((await ask()).report.modelUsed).toBe('model 1');
    expect((await ask()).report.modelUsed).toBe('model 1');
  });

  it("is warned by the provider's own word", async () => {
    const limited = fails(fault('rate_limit', { status: 429, retryAfterMs: 10_000 }));
    const { ask, asked, clock } = stage([inTurn(limited, good), good], { settings });
    await ask();
    await ask();
    expect(asked()).toEqual([1, 2]);
    await clock.advance(10_000);
    expect((await ask()).report.modelUsed).toBe('model 1');
  });

  it.each<[string, ReturnType<typeof says>]>([
    ['refuses this key', fails(fault('authentication', { status: 401 }))],
    ['says nothing to some', says('')],
  ])('has none that merely %s', async (_what, act) => {
    const { ask, asked } = stage([act, good], { settings });
    for (let query = 0; query < 7; query += 1) await ask();
    expect(asked()).toEqual([7, 7]);
  });

  it('is told by who shares its breakers, each model under its own key', async () => {
    const first = stage([down, good], { settings });
    for (let query = 0; query < 5; query += 1) await first.ask();
    const second = stage([good, good], { settings, breakers: first.breakers });
    expect((await second.ask()).report.modelUsed).toBe('model 2');
    const other = stage([good, good], { settings });
    expect((await other.ask()).report.modelUsed).toBe('model 1');
  });

  it('has not tried it when the limit of cost had no room for that', async () => {
    const { ask, asked, breakers, models, clock } = stage([good, good], { settings });
    const [first] = models;
    if (first) breakers.failed(circuitOf(first), clock.now(), 1000);
    await clock.advance(1000);
    await failureOf(ask({ maxCostUsd: 0 }));
    await ask();
    expect(asked()).toEqual([1, 0]);
  });

  it('gives the draft that there is when the verifier rests, and asks it when there is none', async () => {
    const { ask, asked } = stage([inTurn(refuses, refuses, refuses, refuses, refuses, refuses, down), down], {
      settings,
    });
    for (let query = 0; query < 6; query += 1) await ask();
    expect(asked()).toEqual([6, 5]);
    await failureOf(ask());
    expect(asked()).toEqual([7, 6]);
  });

  it('asks the verifier all the same when a rejected draft may not be shown', async () => {
    const strict = { ...settings, whenVerifierFails: 'fail' as const };
    const { ask, asked } = stage([refuses, inTurn(down, down, down, down, down, good)], { settings: strict });
    for (let query = 0; query < 5; query += 1) await failureOf(ask());
    expect((await ask()).reply.text).toBe(GOOD);
    expect(asked()).toEqual([6, 6]);
  });
});
