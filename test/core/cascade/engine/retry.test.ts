import { describe, expect, it } from '@jest/globals';
import type { CascadeSettings } from '../../../../core/cascade/settings';
import { fails } from '../../../support/scriptedModel';
import { failureOf, fault, good, inTurn, played, refuses, stage } from './stage';

const settings: CascadeSettings = { retries: 3, longestWaitMs: 2000, totalTimeoutMs: 100_000 };
const limited = (retryAfterMs: number) => fails(fault('rate_limit', { status: 429, retryAfterMs }));

describe('the wait before a model is asked again', () => {
  it('is what the provider asks for, while that is short', async () => {
    const { begun, clock, asked } = stage([inTurn(limited(1500), good), good], { settings });
    const running = begun();
    await clock.advance(0);
    await clock.advance(1499);
    expect(asked()).toEqual([1, 0]);
    await clock.advance(1);
    expect((await running).report.modelUsed).toBe('model 1');
  });

  it('is not begun when it is long and another model can be asked', async () => {
    const { ask, asked, clock } = stage([limited(2001), good], { settings });
    const before = clock.now();
    const { report } = await ask();
    expect(report).toMatchObject({ modelUsed: 'model 2', latencyMs: 0 });
    expect(asked()).toEqual([1, 1]);
    expect(clock.now() - before).toBeLessThan(1000);
  });

  it('is as long as it takes for the last model', async () => {
    const { ask, asked } = stage([refuses, inTurn(limited(60_000), good)], { settings });
    const { report, trace } = await ask();
    expect(report).toMatchObject({ modelUsed: 'model 2', latencyMs: 60_000 });
    expect(asked()).toEqual([1, 2]);
    expect(trace).toContainEqual({
      atMs: 0,
      step: 'retry',
      of: 'model 2',
      what: 'fault: rate_limit; asked again after 60000 ms',
    });
  });

  it('is not begun when it does not fit into the time that is left', async () => {
    const { ask, asked } = stage([refuses, inTurn(limited(100_000), good)], { settings });
    const { report } = await ask();
    expect(report).toMatchObject({ modelUsed: 'model 1', latencyMs: 0 });
    expect(asked()).toEqual([1, 1]);
  });

  it('doubles without a word of the provider, below a random bound', async () => {
    const broken = stage([refuses, fails(fault('server'))], { settings: { ...settings, retries: 8 } });
    const { trace } = await broken.ask();
    const waits = trace.flatMap(({ step, what }) =>
      step === 'retry' ? [/after (\d+) ms/.exec(what)?.[1]] : [],
    );
    expect(waits).toEqual(['250', '500', '1000', '2000', '4000', '8000', '10000', '10000']);
  });

  it('ends at once when the caller aborts', async () => {
    const { begun, clock, made } = stage([refuses, limited(60_000)], { settings });
    const caller = new AbortController();
    const running = begun({ signal: caller.signal });
    await clock.advance(1000);
    caller.abort('enough');
    await expect(running).rejects.toBe('enough');
    expect(clock.sleepers).toBe(0);
    expect(made).toHaveLength(2);
  });
});

describe('the number of retries', () => {
  it.each([0, 1, 3, 10])('is %i at most for each model', async (retries) => {
    const down = fails(fault('network'));
    const { ask, asked } = stage([down, down], { settings: { ...settings, retries, longestWaitMs: 30_000 } });
    await failureOf(ask());
    const untilItRests = Math.min(retries + 1, 5);
    expect(asked()).toEqual([untilItRests, retries + 1]);
  });
});

describe('the total time', () => {
  it('cuts the time of each call', async () => {
    const slow = stage([() => new Promise(() => undefined), good], {
      settings: { timeoutMs: 60_000, totalTimeoutMs: 5000 },
    });
    const error = await failureOf(slow.ask());
    expect(error).toMatchObject({ code: 'ALL_MODELS_FAILED' });
    expect(slow.asked()).toEqual([1, 0]);
    expect(error).toHaveProperty(
      'hint',
      'model 1: The model gave no answer within 5 s; model 2 was not asked: the time is over',
    );
  });

  it('may be shorter for one request', async () => {
    const { clock, begun } = stage([() => new Promise(() => undefined), good]);
    const running = failureOf(played(clock, begun({ totalTimeoutMs: 750 })));
    await expect(running).resolves.toMatchObject({ code: 'ALL_MODELS_FAILED' });
  });
});

describe('options that a model refuses', () => {
  const asksForMore = { settings: { ...settings, logprobs: true } };
  const refusesOptions = inTurn(({ logprobs }) =>
    logprobs ? fails(fault('rejected', { status: 400 }))({ messages: [] }) : good({ messages: [] }),
  );

  it('are left out once, and from then on', async () => {
    const first = stage([refusesOptions, good], asksForMore);
    const { report } = await first.ask();
    expect(report.modelUsed).toBe('model 1');
    expect(report.attempts.map(({ error }) => error)).toEqual(['fault: rejected', null]);
    await first.ask();
    expect(first.chats[0]?.requests.map(({ logprobs }) => logprobs)).toEqual([true, undefined, undefined]);
  });

  it('are not blamed for what is refused without them too', async () => {
    const { ask, chats } = stage([fails(fault('rejected')), good], asksForMore);
    await ask();
    await ask();
    expect(chats[0]?.requests.map(({ logprobs }) => logprobs)).toEqual([true, undefined, true, undefined]);
    expect(chats[1]?.requests.map(({ logprobs }) => logprobs)).toEqual([undefined, undefined]);
  });
});
