import { describe, expect, it } from '@jest/globals';
import { getEventListeners } from 'node:events';
import { fails, hangs, ignoresTheSignal, says, type Act } from '../../../support/scriptedModel';
import {
  failureOf,
  fault,
  good,
  GOOD,
  played,
  refuses,
  stage,
  StreamingModel,
  streams,
  type Pieces,
} from './stage';

const settings = { mode: 'speculative' as const, retries: 0 };
const answer = says('Tokyo.');

/** Acts when it is told to. */
function late(act: Act): { act: Act; go: () => void } {
  let go: () => void = () => undefined;
  const gone = new Promise<void>((resolve) => {
    go = resolve;
  });
  return {
    act: (request) => gone.then(() => act(request)),
    go: () => {
      go();
    },
  };
}

describe('drafter and verifier at the same time', () => {
  it.each<[string, Act]>([
    ['obeys', hangs],
    ['ignores', ignoresTheSignal],
  ])(
    'stops a verifier that %s when the draft is accepted, and counts what it has read',
    async (_what, verifier) => {
      const { ask, asked, chats, clock } = stage([good, verifier], { settings });
      const { reply, report } = await ask();
      expect(reply.text).toBe(GOOD);
      expect(asked()).toEqual([1, 1]);
      expect(chats[1]?.requests[0]?.signal?.aborted).toBe(true);
      expect(report).toMatchObject({
        escalated: false,
        latencyMs: 0,
        costUsd: 0.00012 + 0.00014,
        reason: 'accepted: no fault found',
        attempts: [
          { role: 'drafter', accepted: true },
          {
            role: 'verifier',
            accepted: false,
            tokensEstimated: true,
            inputTokens: 14,
            outputTokens: 0,
            error: 'Stopped, because another answer was taken',
          },
        ],
      });
      expect(clock.sleepers).toBe(0);
    },
  );

  it('uses the verifier that is on its way when the draft is rejected', async () => {
    const verifier = late(answer);
    const { begun, clock, asked } = stage([refuses, verifier.act], { settings });
    const running = begun();
    await clock.advance(700);
    verifier.go();
    const { reply, report } = await running;
    expect(reply.text).toBe('Tokyo.');
    expect(report).toMatchObject({
      escalated: true,
      latencyMs: 700,
      reason: 'escalated: the draft refuses to answer',
    });
    expect(asked()).toEqual([1, 1]);
  });

  it('takes the verifier that was first, and stops the drafter', async () => {
    const { ask, chats } = stage([hangs, answer], { settings });
    const { report } = await ask();
    expect(report).toMatchObject({
      modelUsed: 'model 2',
      latencyMs: 0,
      reason: 'the last model answered first',
    });
    expect(chats[0]?.requests[0]?.signal?.aborted).toBe(true);
  });

  it('waits for the draft when the verifier fails first', async () => {
    const drafter = late(good);
    const { begun, clock } = stage([drafter.act, fails(fault('server'))], { settings });
    const running = begun();
    await clock.advance(100);
    drafter.go();
    expect((await running).report).toMatchObject({ modelUsed: 'model 1', escalated: false });
  });

  it('asks those in between when both fail', async () => {
    const down = fails(fault('server'));
    const { ask, asked } = stage([down, refuses, good, down], { settings });
    const { report } = await ask();
    expect(report.modelUsed).toBe('model 3');
    expect(asked()).toEqual([1, 0, 1, 1]);
  });

  it('is not for direct queries, models at rest, or a limit of cost without room for both', async () => {
    const direct = stage([hangs, answer], { settings });
    await direct.ask({ verifyBecause: 'it matters' });
    expect(direct.asked()).toEqual([0, 1]);

    const resting = stage([good, hangs], { settings });
    resting.breakers.failed(JSON.stringify(['model 2', null]), resting.clock.now(), 60_000);
    await resting.ask();
    expect(resting.asked()).toEqual([1, 0]);

    const tight = stage([good, hangs], { settings: { ...settings, maxCostUsd: 0.004 } });
    await tight.ask();
    expect(tight.asked()).toEqual([1, 0]);
  });

  it('both end when the caller aborts, are counted, and leave no listener', async () => {
    const { begun, clock, made } = stage([hangs, ignoresTheSignal], { settings });
    const caller = new AbortController();
    const running = begun({ signal: caller.signal });
    await clock.advance(100);
    caller.abort('enough');
    await expect(running).rejects.toBe('enough');
    expect(made.map(({ role, costUsd }) => [role, costUsd])).toEqual([
      ['drafter', 0.000014],
      ['verifier', 0.00014],
    ]);
    expect(clock.sleepers).toBe(0);
    expect(getEventListeners(caller.signal, 'abort')).toHaveLength(0);
  });
});

describe('the text of a verifier that runs ahead', () => {
  /** Streams, and waits for a word before its end. */
  function held(texts: readonly string[]): { pieces: Pieces; go: () => void } {
    const { act, go } = late(says(''));
    const pieces: Pieces = async function* (request) {
      for (const text of texts) yield { type: 'text', text };
      await act(request);
      yield { type: 'end', reply: await says(texts.join(''))(request) };
    };
    return { pieces, go };
  }

  it('is held until the draft is rejected, then flows', async () => {
    const drafter = late(refuses);
    const verifier = held(['To', 'kyo.']);
    const { begun, clock } = stage([drafter.act, new StreamingModel(verifier.pieces)], { settings });
    const texts: string[] = [];
    const running = begun({ onText: (text) => void texts.push(text) });
    await clock.advance(10);
    expect(texts).toEqual([]);
    drafter.go();
    await clock.advance(10);
    expect(texts).toEqual(['Tokyo.']);
    verifier.go();
    expect((await running).reply.text).toBe('Tokyo.');
    expect(texts).toEqual(['Tokyo.']);
  });

  it('is never shown when the draft is accepted', async () => {
    const verifier = held(['Kyo', 'to.']);
    const drafter = late(good);
    const { begun, clock } = stage([drafter.act, new StreamingModel(verifier.pieces)], { settings });
    const texts: string[] = [];
    const running = begun({ onText: (text) => void texts.push(text) });
    await clock.advance(10);
    drafter.go();
    const { report } = await running;
    verifier.go();
    await clock.advance(10);
    expect(texts).toEqual([GOOD]);
    expect(report.attempts[1]).toMatchObject({ role: 'verifier', outputTokens: 2, tokensEstimated: true });
  });

  it('that breaks off unseen is no error yet', async () => {
    const verifier = new StreamingModel(streams(['Kyo'], fault('network')));
    const { ask } = stage([refuses, verifier], { settings });
    const texts: string[] = [];
    const { report } = await ask({ onText: (text) => void texts.push(text) });
    expect(report.modelUsed).toBe('model 1');
    expect(texts).toHaveLength(1);
  });

  it.each<[string, Act]>([
    ['that was first', hangs],
    ['that was ready when the draft was rejected', refuses],
  ])('of one %s is not waited for for ever when its taker hangs', async (_which, act) => {
    const drafter = late(act);
    const { begun, clock, made } = stage([drafter.act, answer], {
      settings: { ...settings, totalTimeoutMs: 5000 },
    });
    const running = failureOf(played(clock, begun({ onText: () => new Promise(() => undefined) })));
    drafter.go();
    expect(await running).toMatchObject({ code: 'TEXT_NOT_TAKEN' });
    expect(made).toHaveLength(2);
    expect(clock.sleepers).toBe(0);
  });

  it('is not waited for when its taker hangs and the caller aborts', async () => {
    const caller = new AbortController();
    const { begun, clock } = stage([hangs, answer], { settings });
    const running = begun({ signal: caller.signal, onText: () => new Promise(() => undefined) });
    await clock.advance(100);
    caller.abort(new Error('enough'));
    await expect(running).rejects.toThrow('enough');
    expect(clock.sleepers).toBe(0);
    expect(getEventListeners(caller.signal, 'abort')).toHaveLength(0);
  });

  it('ends everything when its taker fails', async () => {
    const { ask, clock } = stage([refuses, new StreamingModel(streams(['Tokyo.']))], { settings });
    const full = new Error('The reader left');
    const onText = () => Promise.reject(full);
    expect(await failureOf(ask({ onText }))).toBe(full);
    expect(clock.sleepers).toBe(0);
  });
});
