import { expect, it } from '@jest/globals';
import { CascadeAgent, type RunOptions } from '../../../../core/cascade/cascadeAgent';
import { Stopwatch } from '../../../../core/cascade/engine/stopwatch';
import { says, ScriptedModel, type Act } from '../../../support/scriptedModel';
import { TestGate } from '../../../support/testGate';
import { VirtualClock } from '../../../support/virtualClock';
import { call } from './support/scriptedTurns';
import { tool } from './support/tools';

const HOUR_MS = 3_600_000;
const price = { inputPerMillion: 1, outputPerMillion: 1 };

/** One run, whose calls wait for an hour each, and take a second. */
async function played(acts: readonly [Act, ...Act[]], options: RunOptions = {}) {
  const clock = new VirtualClock();
  let asked = 0;
  const act: Act = async (request) => {
    await clock.sleep(1000, request.signal);
    const next = acts[Math.min(asked, acts.length - 1)] ?? acts[0];
    asked += 1;
    return await next(request);
  };
  const models = ['cheap', 'dear'].map((name) => ({ name, chat: new ScriptedModel(act), price }));
  const gate = new TestGate(clock, () => HOUR_MS);
  const watch = new Stopwatch(clock);
  const traffic = { gateOf: () => gate, longestWaitMs: 0 };
  const agent = new CascadeAgent({ models, clock, totalTimeoutMs: 10_000, routing: 'draft_first' });
  const slow = tool('slow', async () => {
    await clock.sleep(3000);
    return 'done';
  });
  const result = await clock.play(agent.run('Do it.', { tools: [slow], traffic, watch, ...options }));
  return { result, gate, elapsedMs: watch.elapsedMs };
}

const callsSlow = says('', { toolCalls: [call('slow')], finishReason: 'tool_calls' });

it('waits for traffic outside of the time of the run, tools included', async () => {
  const { result, gate, elapsedMs } = await played([callsSlow, says('It is done.')]);
  expect(result.output).toBe('It is done.');
  expect(gate.ends.map(({ kind }) => kind)).toEqual(['answered', 'answered']);
  expect(result.cascade.latencyMs).toBe(2000);
  expect(elapsedMs).toBe(5000);
  expect(result.trace.at(-1)?.atMs).toBe(2 * HOUR_MS + 5000);
});

it('leaves a parser the time that the run has, however long it has waited', async () => {
  const parser = { parse: (text: string) => Promise.resolve(text.length) };
  const { result } = await played([says('It is done.')], { parser, tools: [] });
  expect(result).toMatchObject({ parsed: 11, cascade: { escalated: false } });
});
