import { describe, expect, it } from '@jest/globals';
import type { CallEnd } from '../../../../core/batch/gates/callGate';
import { Stopwatch } from '../../../../core/cascade/engine/stopwatch';
import type { Traffic } from '../../../../core/cascade/engine/traffic';
import type { RateQuota } from '../../../../core/http/rateQuota';
import { FakeClock } from '../../../support/fakeClock';
import { fails, hangs, says, type Act } from '../../../support/scriptedModel';
import { TestGate } from '../../../support/testGate';
import {
  confidenceIn,
  failureOf,
  fault,
  good,
  GOOD,
  inTurn,
  played as runs,
  refuses,
  stage,
  streams,
  StreamingModel,
  type StageOptions,
} from './stage';

const MINUTE_MS = 60_000;
const limited = (retryAfterMs?: number) =>
  fails(fault('rate_limit', { status: 429, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) }));

/** Answers after so many ms. */
function after(clock: () => FakeClock, ms: number, act: Act = good): Act {
  return async (request) => {
    await clock().sleep(ms, request.signal);
    return await act(request);
  };
}

/** A draft is compared with two more. */
const sampled = {
  routing: 'draft_first',
  samples: 2,
  threshold: confidenceIn(GOOD) - 0.01,
} as const;

const ANSWERED: CallEnd = { kind: 'answered', latencyMs: 0, quota: undefined };

interface Waits {
  /** By the place of the model and the number of the call there. */
  readonly waitMs?: (model: number, entry: number) => number;
  readonly longestWaitMs?: number;
}

/** A stage whose models stand behind gates. */
function inTraffic(
  acts: Parameters<typeof stage>[0],
  { waitMs = () => 0, longestWaitMs = 10 * MINUTE_MS }: Waits = {},
  options: StageOptions = {},
) {
  const staged = stage(acts, options);
  const gates = staged.models.map((_, model) => new TestGate(staged.clock, (entry) => waitMs(model, entry)));
  const traffic: Traffic = {
    longestWaitMs,
    gateOf: (model) => {
      const gate = gates[staged.models.findIndex(({ name }) => name === model.name)];
      if (!gate) throw new Error('No such model');
      return gate;
    },
  };
  return {
    ...staged,
    traffic,
    ends: () => gates.map(({ ends }) => ends),
    begun: (request = {}) => staged.begun({ traffic, ...request }),
    ask: (request = {}) => staged.ask({ traffic, ...request }),
  };
}

describe('the time for which a call waits for its turn', () => {
  it('is no time of the query, however long it is', async () => {
    const clockOf = () => played.clock;
    const acts = [after(clockOf, 500, refuses), after(clockOf, 1500)];
    const played = inTraffic(acts, { waitMs: () => 60 * MINUTE_MS });
    const before = played.clock.now();
    const { report, reply } = await played.ask();
    expect(reply.text).toBe(GOOD);
    expect(played.clock.now() - before).toBeGreaterThanOrEqual(120 * MINUTE_MS);
    expect(report.attempts.map(({ latencyMs }) => latencyMs)).toEqual([500, 1500]);
    expect(report.latencyMs).toBe(2000);
  });

  it('is none of the time that the query has left', async () => {
    const clockOf = () => played.clock;
    const settings = { timeoutMs: 10_000, totalTimeoutMs: 3000, whenVerifierFails: 'fail' } as const;
    const acts = [after(clockOf, 2000, refuses), after(clockOf, 2000)];
    const played = inTraffic(acts, { waitMs: () => MINUTE_MS }, { settings });
    const error = await failureOf(played.ask());
    expect(error).toHaveProperty('attempts.1.error', 'The model gave no answer within 1 s');
  });

  it('is time of the query while another call of it is under way', async () => {
    const clockOf = () => played.clock;
    const drafter = inTurn(after(clockOf, 1000), after(clockOf, 5000), after(clockOf, 500));
    const waitMs = (_model: number, entry: number) => (entry === 2 ? 3000 : 0);
    const played = inTraffic([drafter, good], { waitMs }, { settings: sampled });
    const { report } = await played.ask();
    expect(report.attempts.map(({ latencyMs }) => latencyMs)).toEqual([1000, 5000, 500]);
    expect(report.latencyMs).toBe(6000);
  });

  it('is left out by a watch of the whole run, too', async () => {
    const clockOf = () => played.clock;
    const played = inTraffic([after(clockOf, 500)], { waitMs: () => MINUTE_MS });
    const watch = new Stopwatch(played.clock);
    await played.clock.advance(250);
    const { report } = await played.ask({ watch });
    expect(report.latencyMs).toBe(500);
    expect(watch.elapsedMs).toBe(750);
  });

  it('ends at once when the caller aborts', async () => {
    const { begun, clock, asked, made, ends } = inTraffic([good], { waitMs: () => MINUTE_MS });
    const caller = new AbortController();
    const running = begun({ signal: caller.signal });
    await clock.advance(1000);
    caller.abort('enough');
    await expect(running).rejects.toBe('enough');
    expect([asked(), made, ends()]).toEqual([[0], [], [[]]]);
    expect(clock.sleepers).toBe(0);
  });

  it('is waited for by every kind of call', async () => {
    const isJudging: Act = (request) =>
      (String(request.messages[0]?.role) === 'system' ? says('no') : good)(request);
    const played = inTraffic(
      [good, isJudging],
      {},
      {
        settings: { ...sampled, judge: 'when_doubtful' },
      },
    );
    const { report } = await played.ask();
    const calls = report.attempts.length;
    expect(calls).toBeGreaterThan(3);
    expect(played.ends().flat()).toHaveLength(calls);
  });
});

describe('a refusal for the number of calls', () => {
  const settings = { retries: 1, longestWaitMs: 0 };

  it('is waited for, and leaves no trace in the report', async () => {
    const hurried = inTurn(limited(30_000), limited(5000), limited(90_000), good);
    const { ask, asked, made, ends } = inTraffic([hurried, good], {}, { settings });
    const { report, trace } = await ask();
    expect(report).toMatchObject({ modelUsed: 'model 1', escalated: false, latencyMs: 0 });
    expect(report.attempts).toHaveLength(1);
    expect(made).toHaveLength(1);
    expect(asked()).toEqual([4, 0]);
    expect(ends()[0]?.map(({ kind }) => kind)).toEqual(['refused', 'refused', 'refused', 'answered']);
    expect(trace.filter(({ step }) => step === 'retry')).toEqual([
      {
        atMs: 125_000,
        step: 'retry',
        of: 'model 1',
        what: 'refused 3 times for the limits of its provider; waited 125000 ms for them',
      },
    ]);
  });

  it('is waited for longer each time when the provider does not say how long', async () => {
    const { turn, trace } = await untold(limited());
    expect(turn).toMatchObject({ report: { modelUsed: 'model 1' } });
    expect(trace()).toBe('refused 8 times for the limits of its provider; waited 35750 ms for them');
  });

  it('is waited for when the provider says "at once"', async () => {
    const { trace } = await untold(limited(0));
    expect(trace()).toBe('refused 8 times for the limits of its provider; waited 35750 ms for them');
  });

  it('is a failure like others once it was borne for long enough', async () => {
    const waits = { longestWaitMs: 10_000 };
    const { ask, asked, ends } = inTraffic([limited(4000), good], waits, { settings });
    const { report, trace } = await ask();
    expect(report).toMatchObject({ modelUsed: 'model 2', escalated: true, latencyMs: 0 });
    expect(report.attempts.map(({ error }) => error)).toEqual(['fault: rate_limit', null]);
    expect(asked()).toEqual([3, 1]);
    expect(ends()[0]).toHaveLength(3);
    expect(trace).toContainEqual(
      expect.objectContaining({
        of: 'model 1',
        what: 'refused 3 times for the limits of its provider; waited 8000 ms for them',
      }),
    );
  });

  it('is no failure that gives the model a rest', async () => {
    const { ask, breakers, clock } = inTraffic([inTurn(...times(20, limited(100)), good), good]);
    await ask();
    expect(breakers.isResting('["model 1",null]', clock.now())).toBe(false);
  });

  it('lets others try a model that had a rest', async () => {
    const played = inTraffic([inTurn(limited(MINUTE_MS), good), good]);
    const key = '["model 1",null]';
    for (let failure = 0; failure < 5; failure += 1) played.breakers.failed(key, played.clock.now());
    await played.clock.advance(30_000);
    const running = played.begun();
    await played.clock.advance(1000);
    expect(played.asked()).toEqual([1, 0]);
    expect(played.breakers.refusal(key, played.clock.now())).toBeUndefined();
    played.breakers.answered(key);
    await played.clock.advance(MINUTE_MS);
    expect((await running).report.modelUsed).toBe('model 1');
  });

  it('of an account without money is not waited for', async () => {
    const broke = fails(fault('rate_limit', { status: 429, retryAfterMs: 1000, lasts: true }));
    const { ask, asked, ends } = inTraffic([broke, good]);
    const { report } = await ask();
    expect(report).toMatchObject({ modelUsed: 'model 2', latencyMs: 1000 });
    expect(asked()).toEqual([2, 1]);
    expect(ends()[0]).toEqual([{ kind: 'left' }, { kind: 'left' }]);
  });

  it('is not waited for any more when the caller aborts', async () => {
    const { begun, clock, made } = inTraffic([limited(MINUTE_MS), good]);
    const caller = new AbortController();
    const running = begun({ signal: caller.signal });
    await clock.advance(1000);
    caller.abort('enough');
    await expect(running).rejects.toBe('enough');
    expect(made).toEqual([]);
    expect(clock.sleepers).toBe(0);
  });

  it('is waited for by a model that streams', async () => {
    let refusals = 3;
    const chat = new StreamingModel((request) =>
      refusals-- > 0
        ? streams([], fault('rate_limit', { retryAfterMs: 1000 }))(request)
        : streams(['To', 'kyo'])(request),
    );
    const texts: string[] = [];
    const { ask } = inTraffic([chat]);
    const { reply } = await ask({ onText: (text: string) => void texts.push(text) });
    expect([reply.text, texts]).toEqual(['Tokyo', ['To', 'kyo']]);
  });

  it('in the middle of an answer is a fault', async () => {
    const chat = new StreamingModel(streams(['Tok'], fault('rate_limit', { retryAfterMs: 1000 })));
    const { ask } = inTraffic([chat]);
    expect(await failureOf(ask({ onText: () => undefined }))).toMatchObject({ code: 'MODEL_RATE_LIMIT' });
  });

  /** A model that refuses eight times. */
  async function untold(refusal: Act) {
    const { ask } = inTraffic([inTurn(...times(8, refusal), good), good], {}, { settings });
    const turn = await ask();
    return { turn, trace: () => turn.trace.find(({ step }) => step === 'retry')?.what };
  }
});

function times(count: number, act: Act): [Act, ...Act[]] {
  return [act, ...Array.from({ length: count - 1 }, () => act)];
}

describe('what a gate is told', () => {
  const quota: RateQuota = { requests: { remaining: 3, limit: 10, resetsInMs: 600 } };
  const settings = { retries: 0, timeoutMs: 1000 };

  it.each<[string, Act, CallEnd]>([
    ['an answer', says(GOOD, { quota }), { kind: 'answered', latencyMs: 0, quota }],
    ['an empty answer', says(''), { kind: 'answered', latencyMs: 0, quota: undefined }],
    [
      '429',
      fails(fault('rate_limit', { status: 429, retryAfterMs: 700, quota })),
      { kind: 'refused', retryAfterMs: 700, quota },
    ],
    [
      '503',
      fails(fault('server', { status: 503, retryAfterMs: 700 })),
      { kind: 'failed', retryAfterMs: 700 },
    ],
    ['a lost connection', fails(fault('network')), { kind: 'failed', retryAfterMs: undefined }],
    ['a hang', hangs, { kind: 'failed' }],
    ['400', fails(fault('rejected', { status: 400 })), { kind: 'left' }],
    ['401', fails(fault('authentication', { status: 401 })), { kind: 'left' }],
    ['what is no answer', fails(fault('bad_reply')), { kind: 'left' }],
    ['a fault nobody knows', fails(new Error('broken')), { kind: 'left' }],
  ])('of %s', async (_, act, end) => {
    const { ask, ends } = inTraffic([act, good], { longestWaitMs: 500 }, { settings });
    await ask();
    expect(ends()[0]).toEqual([end]);
  });

  it('of a call that the rest of the turn cut short is nothing', async () => {
    const { ask, ends } = inTraffic([hangs, good], {}, { settings: { ...settings, totalTimeoutMs: 500 } });
    await failureOf(ask());
    expect(ends()).toEqual([[{ kind: 'left' }], []]);
  });

  it('of a call that is aborted is nothing', async () => {
    const { begun, clock, ends } = inTraffic([hangs, good], {}, { settings });
    const caller = new AbortController();
    const running = failureOf(begun({ signal: caller.signal }));
    await clock.advance(100);
    caller.abort('enough');
    await running;
    expect(ends()).toEqual([[{ kind: 'left' }], []]);
  });

  it('of a call for which no time is left once it may be made is nothing', async () => {
    const played = inTraffic(
      [inTurn(good, hangs), good],
      { waitMs: (_model, entry) => (entry === 2 ? 950 : 0) },
      { settings: { ...settings, ...sampled, totalTimeoutMs: 900 } },
    );
    const { report } = await played.ask();
    expect(report.attempts.map(({ role }) => role)).toEqual(['drafter', 'sample']);
    expect(played.asked()).toEqual([2, 0]);
    expect(played.ends()[0]).toEqual([ANSWERED, { kind: 'left' }, { kind: 'left' }]);
  });
});

describe('a stopwatch', () => {
  it('stands still while something waits and nothing is done', async () => {
    const clock = new FakeClock();
    const watch = new Stopwatch(clock);
    const sleep = (ms: number) => () => clock.sleep(ms);
    await clock.advance(10);
    const waits = [watch.during('wait', sleep(100)), watch.during('wait', sleep(40))];
    await clock.advance(20);
    expect(watch.elapsedMs).toBe(10);
    const call = watch.during('call', sleep(30));
    await clock.advance(30);
    await call;
    expect(watch.elapsedMs).toBe(40);
    await clock.advance(50);
    await Promise.all(waits);
    await clock.advance(5);
    expect(watch.elapsedMs).toBe(45);
  });

  it('goes on when what it stood still for fails', async () => {
    const clock = new FakeClock();
    const watch = new Stopwatch(clock);
    await failureOf(watch.during('wait', () => Promise.reject(new Error('broken'))));
    await clock.advance(7);
    expect(watch.elapsedMs).toBe(7);
  });
});

describe('failures of calls that were made together', () => {
  it('give a model no rest when another call that began no sooner is answered', async () => {
    const clockOf = () => played.clock;
    const hung = after(clockOf, 1000, fails(fault('server')));
    const drafter = inTurn(...times(8, hung), after(clockOf, 500));
    const played = inTraffic([drafter, good], {}, { settings: { retries: 0 } });
    const turns = Array.from({ length: 9 }, () => played.begun());
    await Promise.all(turns.map((turn) => runs(played.clock, turn)));
    expect(played.breakers.isResting('["model 1",null]', played.clock.now())).toBe(false);
  });

  it('give it a rest when none is', async () => {
    const clockOf = () => played.clock;
    const hung = after(clockOf, 1000, fails(fault('server')));
    const played = inTraffic([hung, good], {}, { settings: { retries: 0 } });
    await Promise.all(Array.from({ length: 9 }, () => runs(played.clock, played.begun())));
    expect(played.breakers.isResting('["model 1",null]', played.clock.now())).toBe(true);
  });
});
