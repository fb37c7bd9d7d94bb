import { describe, expect, it } from '@jest/globals';
import { getEventListeners } from 'node:events';
import { CascadeAgent } from '../../../core/cascade/cascadeAgent';
import { FakeClock, settled } from '../../support/fakeClock';
import { hangs, ignoresTheSignal, says, ScriptedModel, type Act } from '../../support/scriptedModel';

const QUERY = 'What is the capital of Japan?';

function timedCascade(drafter: Act, verifier: Act) {
  const clock = new FakeClock();
  const chats = [new ScriptedModel(drafter), new ScriptedModel(verifier)];
  const models = chats.map((chat, index) => ({ name: `model ${String(index + 1)}`, chat }));
  return { agent: new CascadeAgent({ models, clock, timeoutMs: 5000, retries: 0 }), clock, chats };
}

describe('the time limit of a model', () => {
  it.each<[string, Act]>([
    ['obeys', hangs],
    ['ignores', ignoresTheSignal],
  ])('leaves a model behind that %s its signal', async (_what, drafter) => {
    const { agent, clock, chats } = timedCascade(drafter, says('Tokyo.'));
    const running = agent.run(QUERY);
    await settled();
    await clock.advance(4999);
    expect(chats[1]?.requests).toHaveLength(0);
    await clock.advance(1);
    const { output, cascade } = await running;
    expect(output).toBe('Tokyo.');
    expect(cascade.reason).toBe('escalated: model 1 failed: The model gave no answer within 5 s');
    expect(cascade.attempts.map(({ latencyMs }) => latencyMs)).toEqual([5000, 0]);
    expect(cascade.latencyMs).toBe(5000);
    expect(chats[0]?.requests[0]?.signal?.aborted).toBe(true);
    expect(chats[1]?.requests[0]?.signal?.aborted).toBe(false);
  });

  it('drops an answer that comes too late', async () => {
    let answerLate: () => void = () => undefined;
    const late: Act = (request) =>
      new Promise<void>((resolve) => {
        answerLate = resolve;
      }).then(() => says('Kyoto.')(request));
    const { agent, clock } = timedCascade(late, says('Tokyo.'));
    const running = agent.run(QUERY);
    await settled();
    await clock.advance(5000);
    answerLate();
    expect((await running).output).toBe('Tokyo.');
  });

  it('stops counting when the model has answered', async () => {
    const { agent, clock } = timedCascade(says('Tokyo.'), hangs);
    await agent.run(QUERY);
    expect(clock.sleepers).toBe(0);
  });
});

describe("the caller's abort", () => {
  it.each<[string, Act]>([
    ['obeys', hangs],
    ['ignores', ignoresTheSignal],
  ])('ends a run at once whose model %s it, and asks nobody else', async (_what, drafter) => {
    const { agent, clock, chats } = timedCascade(drafter, says('Tokyo.'));
    const caller = new AbortController();
    const reason = new Error('The user left');
    const running = agent.run(QUERY, { signal: caller.signal });
    await settled();
    caller.abort(reason);
    await expect(running).rejects.toBe(reason);
    expect(chats[0]?.requests[0]?.signal?.aborted).toBe(true);
    expect(chats[1]?.requests).toHaveLength(0);
    expect(clock.sleepers).toBe(0);
    expect(getEventListeners(caller.signal, 'abort')).toHaveLength(0);
  });

  it('before the run ends it before any model is asked', async () => {
    const { agent, chats } = timedCascade(says('Tokyo.'), says('Tokyo.'));
    const reason = new Error('Too late');
    await expect(agent.run(QUERY, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(chats.map(({ requests }) => requests.length)).toEqual([0, 0]);
  });

  it('is not taken for a failure of the model, whatever its reason is', async () => {
    const { agent } = timedCascade(hangs, says('Tokyo.'));
    const caller = new AbortController();
    const running = agent.run(QUERY, { signal: caller.signal });
    caller.abort('enough');
    await expect(running).rejects.toThrow('enough');
  });
});

it('leaves no timer and no listener behind after ten thousand queries', async () => {
  const refusal = says("I'm sorry, but I can't help with that.");
  const { agent, clock } = timedCascade(refusal, says('Tokyo.'));
  const { signal } = new AbortController();
  for (let batch = 0; batch < 100; batch++) {
    await Promise.all(Array.from({ length: 100 }, () => agent.run(QUERY, { signal })));
  }
  expect(clock.sleepers).toBe(0);
  expect(getEventListeners(signal, 'abort')).toHaveLength(0);
});
