import { describe, expect, it } from '@jest/globals';
import { AllModelsFailedError } from '../../../../core/cascade/engine/allModelsFailedError';
import { CircuitBreakers } from '../../../../core/cascade/engine/breakers/circuitBreakers';
import { presetNames } from '../../../../core/cascade/presets';
import type { TokenUsage } from '../../../../core/models/chatModel';
import { hangs, ignoresTheSignal, fails, says, type Act } from '../../../support/scriptedModel';
import { failureOf, fault, good, GOOD, inTurn, stage } from './stage';

/** A fault, how often a model is asked that has it, and what it costs each time. */
const faults: readonly [name: string, act: Act, asked: number, costUsd: number | null, said: string][] = [
  ['401', fails(fault('authentication', { status: 401 })), 1, null, 'fault: authentication'],
  ['403', fails(fault('authentication', { status: 403 })), 1, null, 'fault: authentication'],
  ['404', fails(fault('not_found', { status: 404 })), 1, null, 'fault: not_found'],
  ['400', fails(fault('rejected', { status: 400 })), 1, null, 'fault: rejected'],
  ['429', fails(fault('rate_limit', { status: 429 })), 2, null, 'fault: rate_limit'],
  ['429 for a second', fails(fault('rate_limit', { retryAfterMs: 1000 })), 2, null, 'fault: rate_limit'],
  ['500', fails(fault('server', { status: 500 })), 2, null, 'fault: server'],
  ['503', fails(fault('server', { status: 503 })), 2, null, 'fault: server'],
  ['a connection that is reset', fails(fault('network')), 2, null, 'fault: network'],
  ['malformed JSON', fails(fault('bad_reply')), 2, null, 'fault: bad_reply'],
  ['an empty choice', says(''), 2, 0.00012, 'The model returned an empty answer'],
  [
    'a content filter',
    says('', { finishReason: 'content_filter' }),
    1,
    0.00012,
    'The content filter of the model left nothing of its answer',
  ],
  ['a fault nobody knows', fails(new Error('broken')), 1, null, 'broken'],
  [
    'an act that throws at once',
    () => {
      throw new Error('broken');
    },
    1,
    null,
    'broken',
  ],
  ['a hang', hangs, 2, 0.000014, 'The model gave no answer within 20 s'],
  ['a hang that nothing stops', ignoresTheSignal, 2, 0.000014, 'The model gave no answer within 20 s'],
];
const settings = { timeoutMs: 20_000 };

describe.each(faults)('%s', (_name, act, asked, costUsd, said) => {
  it('of a drafter hands the query to the next model', async () => {
    const played = stage([act, good], { settings });
    const { reply, report } = await played.ask();
    expect(reply.text).toBe(GOOD);
    expect(played.asked()).toEqual([asked, 1]);
    expect(report).toMatchObject({
      modelUsed: 'model 2',
      escalated: true,
      reason: `escalated: model 1 failed: ${said}`,
    });
    const failed = report.attempts.slice(0, -1);
    expect(failed).toHaveLength(asked);
    for (const attempt of failed) {
      expect(attempt).toMatchObject({
        role: 'drafter',
        accepted: false,
        confidence: null,
        error: said,
        costUsd,
      });
    }
    expect(played.clock.sleepers).toBe(0);
  });

  it('of the verifier leaves the best draft', async () => {
    const played = stage([says('x', { finishReason: 'length' }), act], {
      settings: { ...settings, threshold: 1 },
    });
    const { reply, report } = await played.ask();
    expect(reply.text).toBe('x');
    expect(played.asked()).toEqual([1, asked]);
    expect(report.reason).toBe(
      `best draft, below the threshold, because no stronger model answered: model 2 failed: ${said}`,
    );
    expect(played.clock.sleepers).toBe(0);
  });

  it('of all models is an error that names each, with what it cost', async () => {
    const played = stage([act, act, act], { settings });
    const error = await failureOf(played.ask());
    if (!(error instanceof AllModelsFailedError)) throw error;
    expect(played.asked()).toEqual([asked, asked, asked]);
    expect(error.attempts).toHaveLength(3 * asked);
    expect(error.hint).toBe(`model 1: ${said}; model 2: ${said}; model 3: ${said}`);
    expect(error.costUsd).toBeCloseTo((costUsd ?? 0) * asked * 12, 9);
    expect(error.trace.map(({ step }) => step)).toContain('route');
    expect(played.made).toHaveLength(3 * asked);
    expect(played.clock.sleepers).toBe(0);
  });

  it('that is over when asked again costs one retry at most', async () => {
    const played = stage([inTurn(act, good), says('never asked')], { settings });
    const { report } = await played.ask();
    expect(report.modelUsed).toBe(asked === 2 ? 'model 1' : 'model 2');
  });
});

describe('an answer that is cut off', () => {
  it('by its length is a rejected draft, and stands when it is the last word', async () => {
    const cutOff = says('The capital of', { finishReason: 'length' });
    const { reply, report } = await stage([cutOff, cutOff]).ask();
    expect(report.reason).toBe('escalated: the draft was cut off at its length limit');
    expect(reply.finishReason).toBe('length');
  });

  it('by a content filter is a failed draft, and stands when it is the last word', async () => {
    const filtered = says('The capital of', { finishReason: 'content_filter' });
    const { reply, report } = await stage([filtered, filtered]).ask();
    expect(report.reason).toBe(
      'escalated: model 1 failed: The content filter of the model cut its answer off',
    );
    expect(reply.text).toBe('The capital of');
  });
});

it.each<TokenUsage>([
  { inputTokens: Number.NaN, outputTokens: -1 },
  { inputTokens: 100, outputTokens: 20, cachedInputTokens: -1 },
  { inputTokens: 100, outputTokens: 20, cacheWriteInputTokens: Number.NaN },
])('counts tokens itself when the provider says %j, which is no count', async (usage) => {
  const { report } = await stage([says(GOOD, { usage }), good]).ask();
  expect(report.attempts[0]).toMatchObject({ tokensEstimated: true, inputTokens: 14 });
});

it.each(presetNames)(
  'a drafter that hangs leaves the verifier its time with the preset %s',
  async (preset) => {
    const { ask } = stage([ignoresTheSignal, good], { settings: { preset } });
    const { report } = await ask();
    expect(report.modelUsed).toBe('model 2');
  },
);

it('a model is tried again after a rest, though nobody could be told what the trial cost', async () => {
  const breakers = new CircuitBreakers();
  const { begun, clock, ask, asked } = stage([good, good], { breakers });
  breakers.failed(JSON.stringify(['model 1', null]), clock.now(), 1000);
  await clock.advance(1000);
  const full = new Error('The journal is full');
  const onAttempt = () => {
    throw full;
  };
  expect(await failureOf(begun({ onAttempt }))).toBe(full);
  await ask();
  expect(asked()).toEqual([2, 0]);
});
