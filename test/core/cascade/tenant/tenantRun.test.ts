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

it('keeps no answer to a query whose personal data it hides', async () => {
  const chat = new ScriptedModel(says('Done, jane@example.com.'));
  const agent = new CascadeAgent({
    models: ['small', 'large'].map((name) => ({ name, chat })),
    threshold: 0,
  });
  const cache = new ResponseCache({ store: new MemoryStore() });
  const guards: RunGuards = { redact: [{ guardrail: 'pii' }] };
  const ask = (query: string) => agent.run(query, { cache, guards });
  for (const query of ['Subscribe jane@example.com', 'Subscribe jane@example.com']) await ask(query);
  expect(chat.requests).toHaveLength(2);
  for (const query of ['Subscribe me', 'Subscribe me']) await ask(query);
  expect(chat.requests).toHaveLength(3);
});

it('tells a run with a parser from one without', async () => {
  const chat = new ScriptedModel(says('{"a":1}'));
  const agent = new CascadeAgent({
    models: ['small', 'large'].map((name) => ({ name, chat })),
    threshold: 0,
  });
  const cache = new ResponseCache({ store: new MemoryStore() });
  await agent.run('Give me JSON', { cache });
  const parser = { parse: (text: string) => Promise.resolve(JSON.parse(text) as unknown) };
  expect((await agent.run('Give me JSON', { cache, parser })).parsed).toEqual({ a: 1 });
  expect(chat.requests).toHaveLength(2);
});
