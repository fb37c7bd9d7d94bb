import { expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { getEventListeners } from 'node:events';
import type { AgentTool } from '../../../../core/cascade/agent/tools/agentTool';
import { CascadeAgent } from '../../../../core/cascade/cascadeAgent';
import { CircuitBreakers } from '../../../../core/cascade/engine/breakers/circuitBreakers';
import type { MadeAttempt } from '../../../../core/cascade/engine/report';
import { RateLimiter } from '../../../../core/limits/rateLimiter';
import type { ToolCall } from '../../../../core/models/chatModel';
import { ChatModelError } from '../../../../core/models/chatModelError';
import { createUserProfile } from '../../../../core/profiles/createUserProfile';
import { MemoryStore } from '../../../../core/stores/memory/memoryStore';
import { FakeClock } from '../../../support/fakeClock';
import {
  fails,
  hangs,
  ignoresTheSignal,
  says,
  ScriptedModel,
  type Act,
} from '../../../support/scriptedModel';
import { inTurn, played } from '../engine/stage';

const TOTAL_MS = 30_000;
/** Each step of the clock may go this much too far. */
const STEP_MS = 250;

const calling = (...names: readonly string[]): Act => {
  const toolCalls = names.map((name, index): ToolCall => ({ id: String(index), name, arguments: '{}' }));
  return says('', { toolCalls, finishReason: 'tool_calls' });
};
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(calling('works'), calling('hangs', 'throws', 'works')) },
  { weight: 1, arbitrary: fc.constantFrom(calling('unknown'), calling(...Array<string>(7).fill('hangs'))) },
  { weight: 2, arbitrary: fc.constantFrom(says('Tokyo.'), says("I'm sorry, I can't help."), says('')) },
  { weight: 1, arbitrary: fc.constantFrom(hangs, ignoresTheSignal) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('rate_limit' as const, 'authentication' as const)
      .map((fault) => fails(new ChatModelError('No', { fault }))),
  },
);
const model = fc.array(act, { minLength: 1, maxLength: 5 }).map(([first = hangs, ...others]) => {
  return () => new ScriptedModel(inTurn(first, ...others));
});

function toolsOn(clock: FakeClock): AgentTool[] {
  const tool = (name: string, run: AgentTool['run']): AgentTool => ({
    definition: { name, description: name, parameters: { type: 'object' } },
    run,
  });
  return [
    tool('works', () => clock.sleep(100).then(() => 'done')),
    tool('throws', () => Promise.reject(new Error('It broke'))),
    tool('hangs', () => new Promise(() => undefined)),
  ];
}

/** Whatever models and tools do, and whenever the caller has enough. */
it('a run ends in time, is booked at what it spent, and leaves nothing behind', async () => {
  const abortsAt = fc.option(fc.nat(TOTAL_MS));
  const mode = fc.constantFrom('sequential' as const, 'speculative' as const);
  await fc.assert(
    fc.asyncProperty(fc.tuple(model, model), mode, abortsAt, async (made, chosen, abortAfterMs) => {
      const clock = new FakeClock();
      const limiter = new RateLimiter({ store: new MemoryStore({ clock }), clock });
      const profile = createUserProfile('PRO', 'ann');
      const price = { inputPerMillion: 1, outputPerMillion: 10 };
      const agent = new CascadeAgent({
        models: made.map((make, index) => ({ name: String(index), chat: make(), price })),
        mode: chosen,
        timeoutMs: 8_000,
        totalTimeoutMs: TOTAL_MS,
        breakers: new CircuitBreakers(),
        clock,
      });
      const caller = new AbortController();
      const attempts: MadeAttempt[] = [];
      const startedAt = clock.now();
      const ending = agent
        .run('What is the capital of Japan?', {
          admission: { limiter, profile },
          tools: toolsOn(clock),
          signal: caller.signal,
          onAttempt: (attempt) => void attempts.push(attempt),
        })
        .catch((error: unknown) => error);
      if (abortAfterMs !== null) {
        void clock.sleep(abortAfterMs).then(() => {
          caller.abort(new Error('Enough'));
        });
      }
      await played(clock, ending);
      expect(clock.now() - startedAt).toBeLessThanOrEqual(TOTAL_MS + STEP_MS);
      expect(getEventListeners(caller.signal, 'abort')).toHaveLength(0);
      const spent = attempts.reduce((nano, { costUsd }) => nano + Math.round((costUsd ?? 0) * 1e9), 0);
      const { budget, concurrent, hourly } = await limiter.getUsage(profile);
      expect(budget.used).toBeCloseTo(spent / 1e9, 9);
      expect(concurrent.used).toBe(0);
      expect(hourly.used).toBe(attempts.some(({ inputTokens }) => inputTokens !== null) ? 1 : 0);
    }),
    { numRuns: 200 },
  );
});
