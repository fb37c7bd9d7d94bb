import { expect, it } from '@jest/globals';
import { runAgent } from '../../../../core/cascade/agent/runAgent';
import { Cascade } from '../../../../core/cascade/engine/cascade';
import { readSettings } from '../../../../core/cascade/settings';
import { withAdmission } from '../../../../core/cascade/tenant/admission';
import { guardedRun } from '../../../../core/cascade/tenant/guardedRun';
import type { RunGuards } from '../../../../core/cascade/tenant/runGuards';
import { RateLimiter } from '../../../../core/limits/rateLimiter';
import type { ChatModel } from '../../../../core/models/chatModel';
import { createUserProfile } from '../../../../core/profiles/createUserProfile';

const profile = createUserProfile('PRO', 'ann');

/** A model that writes its answer word by word, and keeps what it was asked. */
function streaming(text: string): ChatModel & { readonly asked: unknown[] } {
  const asked: unknown[] = [];
  const usage = { inputTokens: 1_000, outputTokens: 100 };
  const reply = { text, toolCalls: [], finishReason: 'stop', usage } as const;
  return {
    asked,
    complete: ({ messages }) => {
      asked.push(messages);
      return Promise.resolve(reply);
    },
    async *stream({ messages }) {
      asked.push(messages);
      for (const word of text.split(/(?<= )/)) yield { type: 'text', text: await Promise.resolve(word) };
      yield { type: 'end', reply };
    },
  };
}

function setUp(draft: string, answer: string) {
  const price = { inputPerMillion: 1, outputPerMillion: 2 };
  const [small, large] = [streaming(draft), streaming(answer)];
  const models = [
    { name: 'small', chat: small, price },
    { name: 'large', chat: large, price },
  ];
  const cascade = new Cascade({ models, settings: readSettings({}) });
  const limiter = new RateLimiter();
  const pieces: string[] = [];
  const query = 'Which address do you have of me, jane@corp.com?';
  const run = (guards: RunGuards) =>
    withAdmission({ limiter, profile, estimateUsd: 0.5 }, (onAttempt) =>
      guardedRun({ guards, query, turns: cascade }, (turns) =>
        runAgent({ turns, query, onAttempt, onText: (piece) => void pieces.push(piece) }),
      ),
    );
  const used = async () => (await limiter.getUsage(profile)).budget.used;
  return { run, used, pieces, asked: () => JSON.stringify([small.asked, large.asked]) };
}

it('a cascade answers with the real values, and its models see none of them', async () => {
  const answer = 'Your address is [EMAIL_1]. Our own one is help@shop.com, in case you have more questions.';
  const { run, used, pieces, asked } = setUp("I'm sorry, but I can't help with that.", answer);
  const { result, booking } = await run({
    redact: [{ guardrail: 'pii' }],
    redactOutput: [{ guardrail: 'pii' }],
  });
  expect(result.output).toBe(
    'Your address is jane@corp.com. Our own one is [EMAIL], in case you have more questions.',
  );
  expect(pieces.join('')).toBe(result.output);
  expect(result.cascade).toMatchObject({ modelUsed: 'large', escalated: true });
  expect(asked()).not.toContain('jane@corp.com');
  expect(await used()).toBe(booking.costUsd);
  expect(booking.costUsd).toBeCloseTo(0.0024, 9);
});

it('a stream that is stopped costs what was written until then', async () => {
  const answer = 'Gladly. I will find you and I will kill you with my own hands. Anything else?';
  const { run, used, pieces } = setUp("I'm sorry, but I can't help with that.", answer);
  const error: unknown = await run({ output: { rules: [{ guardrail: 'moderation' }] } }).catch(
    (e: unknown) => e,
  );
  expect(error).toMatchObject({ code: 'GUARDRAIL_VIOLATION', stage: 'output' });
  expect(error).toHaveProperty('attempts.length', 2);
  expect(pieces.join('')).not.toContain('kill');
  expect(error).toHaveProperty('costUsd', await used());
  expect(await used()).toBeGreaterThan(0.0012);
});
