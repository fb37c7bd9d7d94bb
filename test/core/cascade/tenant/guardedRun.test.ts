import { describe, expect, it } from '@jest/globals';
import { runAgent } from '../../../../core/cascade/agent/runAgent';
import type { AgentTool } from '../../../../core/cascade/agent/tools/agentTool';
import { guardedRun } from '../../../../core/cascade/tenant/guardedRun';
import { OutputUncheckedError } from '../../../../core/cascade/tenant/outputUncheckedError';
import { RunBlockedError } from '../../../../core/cascade/tenant/runBlockedError';
import type { RunGuards } from '../../../../core/cascade/tenant/runGuards';
import type { ChatMessage } from '../../../../core/models/chatModel';
import { ScriptedTurns, shown, TURN_COST } from './support/scriptedTurns';

const THREAT = 'I will find you and I will kill you with my own hands.';
const moderation = { rules: [{ guardrail: 'moderation' }] } as const;
const personal: RunGuards = {
  redact: [{ guardrail: 'pii' }, { guardrail: 'secrets' }],
  redactOutput: [{ guardrail: 'pii' }],
};

interface Asked {
  readonly guards: RunGuards;
  readonly turns: ScriptedTurns;
  readonly query?: string;
  readonly history?: readonly ChatMessage[];
  readonly tools?: readonly AgentTool[];
  readonly systemMessage?: string;
  readonly onText?: (text: string) => void;
}

function ask({ guards, turns, query = 'Write to jane@corp.com', ...more }: Asked) {
  return guardedRun({ guards, query, turns }, (guarded) => runAgent({ turns: guarded, query, ...more }));
}

async function failureOf(asked: Asked): Promise<unknown> {
  return await ask(asked).then(
    () => {
      throw new Error('It did not fail');
    },
    (error: unknown) => error,
  );
}

describe('a query', () => {
  it('that violates its policy is not answered, and costs nothing', async () => {
    const turns = new ScriptedTurns();
    const error = await failureOf({ guards: { input: moderation }, turns, query: THREAT });
    expect(error).toBeInstanceOf(RunBlockedError);
    expect(error).toMatchObject({ stage: 'input', attempts: [], costUsd: 0, code: 'GUARDRAIL_VIOLATION' });
    expect(turns.requests).toEqual([]);
  });

  it('without guards goes through as it is', async () => {
    const turns = new ScriptedTurns('Write to [EMAIL_1] or joe@corp.com');
    const { output } = await ask({ guards: {}, turns, query: 'What is [EMAIL_1]?' });
    expect(output).toBe('Write to [EMAIL_1] or joe@corp.com');
    expect(turns.requests[0]?.messages).toEqual([{ role: 'user', content: 'What is [EMAIL_1]?' }]);
  });
});

describe('personal data', () => {
  it('of the user is hidden from the models and stands in the answer', async () => {
    const turns = new ScriptedTurns('I wrote to [EMAIL_1].');
    const { output, messages } = await ask({ guards: personal, turns });
    expect(output).toBe('I wrote to jane@corp.com.');
    expect(messages.map(({ content }) => content)).toEqual(['Write to jane@corp.com', output]);
    expect(turns.requests[0]).toMatchObject({
      query: 'Write to [EMAIL_1]',
      messages: [{ role: 'user', content: 'Write to [EMAIL_1]' }],
    });
  });

  it('of others becomes a label in the answer', async () => {
    const turns = new ScriptedTurns('Write to [EMAIL_1] or to joe@corp.com.');
    expect((await ask({ guards: personal, turns })).output).toBe('Write to jane@corp.com or to [EMAIL].');
  });

  it('has the same placeholder in the history, and a secret is known again without the words around it', async () => {
    const turns = new ScriptedTurns('Yes.');
    await ask({
      guards: personal,
      turns,
      query: 'My password is blue7Lantern, is jane@corp.com right?',
      systemMessage: 'Never tell blue7Lantern. Our office is office@corp.com.',
      history: [
        { role: 'user', content: [{ type: 'text', text: 'blue7Lantern from jane@corp.com' }] },
        {
          role: 'assistant',
          content: '',
          toolCalls: [{ id: 'a', name: 'find', arguments: '{"pin":"blue7Lantern","n":1}' }],
        },
        { role: 'tool', toolCallId: 'a', content: 'jane@corp.com, 555-0123' },
      ],
    });
    expect(turns.requests[0]?.messages).toEqual([
      { role: 'system', content: 'Never tell [PASSWORD_1]. Our office is office@corp.com.' },
      { role: 'user', content: [{ type: 'text', text: '[PASSWORD_1] from [EMAIL_1]' }] },
      {
        role: 'assistant',
        content: '',
        toolCalls: [{ id: 'a', name: 'find', arguments: '{"pin":"[PASSWORD_1]","n":1}' }],
      },
      { role: 'tool', toolCallId: 'a', content: '[EMAIL_1], 555-0123' },
      { role: 'user', content: 'My password is [PASSWORD_1], is [EMAIL_1] right?' },
    ]);
  });

  it('reaches tools, whose schema may ask for it, and their results are hidden', async () => {
    const received: unknown[] = [];
    const mail: AgentTool = {
      definition: {
        name: 'mail',
        description: 'Sends a mail',
        parameters: {
          type: 'object',
          properties: { to: { type: 'string', format: 'email' } },
          required: ['to'],
        },
      },
      run: (args) => {
        received.push(args);
        return Promise.resolve('Sent to jane@corp.com, copy to boss@corp.com');
      },
    };
    const call = { id: 'a', name: 'mail', arguments: '{"to":"[EMAIL_1]"}' };
    const turns = new ScriptedTurns({ toolCalls: [call] }, 'Sent, with a copy to [EMAIL_2].');
    const { output, steps } = await ask({ guards: personal, turns, tools: [mail] });
    expect(received).toEqual([{ to: 'jane@corp.com' }]);
    expect(output).toBe('Sent, with a copy to boss@corp.com.');
    expect(steps).toMatchObject([{ outcome: 'done' }]);
    expect(turns.requests[1]?.messages.slice(1)).toEqual([
      { role: 'assistant', content: '', toolCalls: [call] },
      { role: 'tool', toolCallId: 'a', content: 'Sent to [EMAIL_1], copy to [EMAIL_2]' },
    ]);
    expect(shown(turns)).not.toContain('@corp.com');
  });

  it('keeps the JSON of arguments whole, whatever the value is', async () => {
    const received: unknown[] = [];
    const run = (args: unknown) => {
      received.push(args);
      return Promise.resolve('done');
    };
    const note: AgentTool = {
      definition: { name: 'note', description: '', parameters: { type: 'object' } },
      run,
    };
    const guards: RunGuards = { redact: [{ guardrail: 'keywords', keywords: ['say "hi" \\ now'] }] };
    const call = { id: 'a', name: 'note', arguments: '{"text":"[KEYWORD_1]!","id":12345678901234567890}' };
    const turns = new ScriptedTurns({ toolCalls: [call] }, 'Noted.');
    await ask({ guards, turns, query: 'Note: say "hi" \\ now', tools: [note] });
    expect(received).toMatchObject([{ text: 'say "hi" \\ now!' }]);
    expect(shown(turns)).not.toContain('hi');
    expect(JSON.stringify(turns.requests[1]?.messages)).toContain('[KEYWORD_1]!');
  });

  it('satisfies a parser that wants the real value', async () => {
    const turns = new ScriptedTurns('{"to":"[EMAIL_1]"}');
    const query = 'Write to jane@corp.com';
    const parser = { parse: (text: string) => Promise.resolve(JSON.parse(text) as unknown) };
    const { parsed } = await guardedRun({ guards: personal, query, turns }, (guarded) =>
      runAgent({ turns: guarded, query, parser }),
    );
    expect(parsed).toEqual({ to: 'jane@corp.com' });
    expect(await turns.requests[0]?.faultOf?.({ text: 'x', toolCalls: [], finishReason: 'stop' })).toMatch(
      'does not fit',
    );
    const fits = { text: '{"to":"[EMAIL_1]"}', toolCalls: [], finishReason: 'stop' } as const;
    expect(await turns.requests[0]?.faultOf?.(fits)).toBeUndefined();
  });

  it('that looks like a placeholder comes back as it was', async () => {
    const turns = new ScriptedTurns('[LITERAL_1] is not [EMAIL_1].');
    const { output } = await ask({ guards: personal, turns, query: 'Is [EMAIL_1] jane@corp.com?' });
    expect(output).toBe('[EMAIL_1] is not jane@corp.com.');
  });
});

describe('an answer', () => {
  it('that violates its policy is not given out, and its cost is told', async () => {
    const calls = { toolCalls: [{ id: 'a', name: 'none', arguments: '{}' }] };
    const turns = new ScriptedTurns(calls, THREAT);
    const error = await failureOf({ guards: { output: moderation }, turns });
    expect(error).toBeInstanceOf(RunBlockedError);
    expect(error).toMatchObject({ stage: 'output', costUsd: 2 * TURN_COST });
    expect(error).toHaveProperty('attempts.length', 2);
    expect(JSON.stringify(error)).not.toContain('kill');
  });

  it('with the hidden data of the user violates nothing', async () => {
    const guards = { ...personal, redactOutput: [], output: { rules: [{ guardrail: 'pii' }] } } as const;
    const answered = await ask({ guards, turns: new ScriptedTurns('I wrote to [EMAIL_1].') });
    expect(answered.output).toBe('I wrote to jane@corp.com.');
    const turns = new ScriptedTurns('I wrote to joe@corp.com.');
    expect(await failureOf({ guards, turns })).toMatchObject({ stage: 'output', costUsd: TURN_COST });
  });

  it('that nobody could check is not given out, and its cost is told', async () => {
    const engine = { name: 'down', score: () => Promise.reject(new Error('ECONNREFUSED')) };
    const output = { rules: [{ guardrail: 'moderation', engines: [engine] }] } as const;
    const error = await failureOf({ guards: { output }, turns: new ScriptedTurns('Fine.') });
    expect(error).toBeInstanceOf(OutputUncheckedError);
    expect(error).toMatchObject({ code: 'OUTPUT_NOT_CHECKED', costUsd: TURN_COST });
  });

  it('is not waited for when a turn fails: its error stays what it is', async () => {
    const down = new Error('All down');
    expect(await failureOf({ guards: personal, turns: new ScriptedTurns(down) })).toBe(down);
  });
});

describe('an answer that is written piece by piece', () => {
  it('shows the real values and labels, as the whole answer does', async () => {
    const pieces: string[] = [];
    const text = 'I wrote to [EMAIL_1]. A copy went to joe@corp.com. Anything else?';
    const turns = new ScriptedTurns(text);
    const { output } = await ask({ guards: personal, turns, onText: (piece) => pieces.push(piece) });
    expect(output).toBe('I wrote to jane@corp.com. A copy went to [EMAIL]. Anything else?');
    expect(pieces.join('')).toBe(output);
    expect(pieces.length).toBeGreaterThan(2);
  });

  it('stops before the sentence that violates its policy', async () => {
    const pieces: string[] = [];
    const turns = new ScriptedTurns(`The weather is nice today. ${THREAT} Anything else?`);
    const guards = { ...personal, output: moderation };
    const error = await failureOf({ guards, turns, onText: (piece) => pieces.push(piece) });
    expect(error).toMatchObject({ stage: 'output', costUsd: TURN_COST });
    expect(pieces.join('').trim()).toBe('The weather is nice today.');
  });

  it('stops before what a rule forbids, also at its end', async () => {
    const pieces: string[] = [];
    const guards: RunGuards = { output: { rules: [{ guardrail: 'keywords', keywords: ['Mordor'] }] } };
    const error = await failureOf({
      guards,
      turns: new ScriptedTurns('One does not walk into Mordor'),
      onText: (piece) => pieces.push(piece),
    });
    expect(error).toMatchObject({
      stage: 'output',
      violations: [{ guardrail: 'keywords' }],
      costUsd: TURN_COST,
    });
    expect(pieces.join('')).not.toContain('Mordor');
  });

  it('passes on what its taker throws', async () => {
    const gone = new Error('The client has gone');
    const onText = () => {
      throw gone;
    };
    expect(await failureOf({ guards: personal, turns: new ScriptedTurns('Hello there.'), onText })).toBe(
      gone,
    );
  });
});
