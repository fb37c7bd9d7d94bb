import { expect, it } from '@jest/globals';
import { ResponseCache } from '../../../../core/cascade/cache/responseCache';
import { CascadeAgent } from '../../../../core/cascade/cascadeAgent';
import type { RunGuards } from '../../../../core/cascade/tenant/runGuards';
import { MemoryStore } from '../../../../core/stores/memory/memoryStore';
import { says, ScriptedModel } from '../../../support/scriptedModel';

const QUERY = 'Whom do I write to?';

/** The same query under several guardrails, one after the other, with one cache. */
async function answersUnder(...guards: (RunGuards | undefined)[]) {
  const chat = new ScriptedModel(says('Write to bob@example.com.'));
  const models = ['small', 'large'].map((name) => ({ name, chat }));
  const agent = new CascadeAgent({ models, threshold: 0 });
  const cache = new ResponseCache({ store: new MemoryStore() });
  const outputs: string[] = [];
  for (const each of guards) outputs.push((await agent.run(QUERY, { cache, guards: each })).output);
  return { outputs, asked: chat.requests.length };
}

const REDACTED: RunGuards = { redactOutput: [{ guardrail: 'pii' }] };

it('answers the same query under the same guardrails from the cache', async () => {
  expect(await answersUnder(REDACTED, { redactOutput: [{ guardrail: 'pii' }] })).toEqual({
    outputs: ['Write to [EMAIL].', 'Write to [EMAIL].'],
    asked: 1,
  });
});

it('gives out nothing that was answered under other guardrails', async () => {
  expect(await answersUnder(undefined, REDACTED)).toEqual({
    outputs: ['Write to bob@example.com.', 'Write to [EMAIL].'],
    asked: 2,
  });
});
