import { describe, expect, it } from '@jest/globals';
import type { AgentOptions } from '../../../../core/cascade/agent/agentOptions';
import { runAgent } from '../../../../core/cascade/agent/runAgent';
import type { ToolStep } from '../../../../core/cascade/agent/tools/toolStep';
import { InvalidParameterError } from '../../../../core/errors/invalidParameterError';
import type { ChatMessage } from '../../../../core/models/chatModel';
import { FakeClock } from '../../../support/fakeClock';
import { answers, call, calls, replies, ScriptedTurns, type TurnAct } from './support/scriptedTurns';
import { returning, tool, weather } from './support/tools';

const QUERY = 'What is the weather in Rome?';

function run(acts: readonly [TurnAct, ...TurnAct[]], options: Partial<AgentOptions> = {}) {
  const turns = new ScriptedTurns(...acts);
  return { turns, result: runAgent({ turns, query: QUERY, clock: new FakeClock(), ...options }) };
}

describe('a run without tools', () => {
  it('is one turn: system message, history, query, and the answer', async () => {
    const history: ChatMessage[] = [
      { role: 'user', content: 'Hello' },
      { role: 'assistant', content: 'Hi.' },
    ];
    const { turns, result } = run([answers('Sunny.')], { systemMessage: 'Be brief.', history });
    expect(await result).toMatchObject({
      output: 'Sunny.',
      steps: [],
      cascade: { modelUsed: 'cheap', reason: 'accepted: no fault found', costUsd: 0.001 },
      trace: [{ atMs: 1, step: 'answer', of: 'cheap', what: 'answered' }],
      messages: [
        { role: 'user', content: QUERY },
        { role: 'assistant', content: 'Sunny.' },
      ],
    });
    expect(await result).not.toHaveProperty('parsed');
    expect(turns.requests).toHaveLength(1);
    expect(turns.requests[0]).toMatchObject({
      query: QUERY,
      messages: [{ role: 'system', content: 'Be brief.' }, ...history, { role: 'user', content: QUERY }],
    });
    expect(turns.requests[0]?.tools).toBeUndefined();
    expect(turns.requests[0]?.verifyBecause).toBeUndefined();
  });

  it('passes images on after the text, and streams what the cascade gives', async () => {
    const heard: string[] = [];
    const image = 'data:image/png;base64,AAAA';
    const speaks: TurnAct = async (request) => {
      await request.onText?.('Sun');
      await request.onText?.('ny.');
      return answers('Sunny.')(request);
    };
    const { turns, result } = run([speaks], { images: [image], onText: (text) => void heard.push(text) });
    await result;
    expect(heard).toEqual(['Sun', 'ny.']);
    expect(turns.requests[0]?.messages).toEqual([
      {
        role: 'user',
        content: [
          { type: 'text', text: QUERY },
          { type: 'image', url: image },
        ],
      },
    ]);
    expect(turns.requests[0]?.query).toBe(QUERY);
  });

  it('throws what the first turn throws, as it is', async () => {
    const refused = new Error('refused');
    await expect(run([() => Promise.reject(refused)]).result).rejects.toBe(refused);
  });

  it.each([
    ['query', { query: ' ' }],
    ['query', { query: [{ type: 'image', url: 'https://x.test/a.png' }] }],
    ['maxIterations', { maxIterations: 0 }],
    ['maxIterations', { maxIterations: 51 }],
    ['maxIterations', { maxIterations: 1.5 }],
    ['maxToolResultLength', { maxToolResultLength: 0 }],
    ['totalTimeoutMs', { limits: { totalTimeoutMs: 0 } }],
    ['maxCostUsd', { limits: { maxCostUsd: -1 } }],
    ['images.0', { images: ['http://x.test/a.png'] }],
    ['tools.1.definition.name', { tools: [weather(), weather()] }],
    ['tools.0.definition.name', { tools: [returning(' ', '')] }],
    ['tools.0.timeoutMs', { tools: [returning('a', '', { timeoutMs: 0 })] }],
  ] satisfies [string, Partial<AgentOptions>][])(
    'refuses a wrong %s before it asks anybody',
    async (parameter, options) => {
      const { turns, result } = run([answers('Sunny.')], options);
      const error: unknown = await result.catch((cause: unknown) => cause);
      if (!(error instanceof InvalidParameterError)) throw new Error('It should have been refused');
      expect(error.parameter).toBe(parameter);
      expect(turns.requests).toHaveLength(0);
    },
  );
});

describe('a run with tools', () => {
  it('runs what the model calls, shows it the result, and remembers both', async () => {
    const forecast = weather();
    const steps: ToolStep[] = [];
    const asked = call('weather', { city: 'Rome' });
    const { turns, result } = run([calls(asked), answers('Sunny.')], {
      tools: [forecast],
      onStep: (step) => void steps.push(step),
    });
    const { output, messages, steps: told, cascade, trace } = await result;
    expect(output).toBe('Sunny.');
    expect(forecast.ran).toEqual([{ city: 'Rome' }]);
    expect(messages).toEqual([
      { role: 'user', content: QUERY },
      { role: 'assistant', content: '', toolCalls: [asked] },
      { role: 'tool', content: 'sunny', toolCallId: asked.id },
      { role: 'assistant', content: 'Sunny.' },
    ]);
    expect(turns.requests[0]?.tools).toEqual([forecast.definition]);
    expect(turns.requests[1]?.messages).toEqual(messages.slice(0, 3));
    expect(told).toEqual([
      {
        iteration: 1,
        callId: asked.id,
        tool: 'weather',
        args: { city: 'Rome' },
        outcome: 'done',
        result: 'sunny',
        latencyMs: 0,
      },
    ]);
    expect(steps).toEqual(told);
    expect(cascade).toMatchObject({
      costUsd: 0.002,
      reason: 'accepted: no fault found (the last of 2 turns)',
    });
    expect(trace.map(({ step, of }) => [step, of])).toEqual([
      ['answer', 'cheap'],
      ['tool', 'weather'],
      ['answer', 'cheap'],
    ]);
  });

  it('gives results in the order of the calls, whichever is done first', async () => {
    let finishSlow: (result: string) => void = () => undefined;
    const slow = tool('slow', () => new Promise((resolve) => (finishSlow = resolve)));
    const quick = tool('quick', () => {
      finishSlow('slow result');
      return Promise.resolve('quick result');
    });
    const { result } = run([calls(call('slow'), call('quick')), answers('Done.')], { tools: [slow, quick] });
    expect((await result).messages.slice(2, 4)).toEqual([
      { role: 'tool', content: 'slow result', toolCallId: 'id-slow' },
      { role: 'tool', content: 'quick result', toolCallId: 'id-quick' },
    ]);
  });

  it('runs at most five calls of a reply at once', async () => {
    const waiting: (() => void)[] = [];
    let most = 0;
    const slow = tool('slow', async () => {
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        most = Math.max(most, waiting.length);
        if (waiting.length === 5) for (const go of waiting.splice(0)) go();
      });
      return 'done';
    });
    const twenty = Array.from({ length: 20 }, (_, index) => call('slow', { index }, `id-${String(index)}`));
    const { result } = run([calls(...twenty), answers('Done.')], { tools: [slow] });
    expect((await result).steps).toHaveLength(20);
    expect(most).toBe(5);
  });

  it('keeps the text that came with the calls, and gives ids of its own where they are missing or used', async () => {
    const reply = replies({
      text: 'Let me look.',
      toolCalls: [call('a', {}, ''), call('a', {}, 'x'), call('a', {}, 'x')],
    });
    const history: ChatMessage[] = [
      { role: 'assistant', content: '', toolCalls: [call('a', {}, 'call00002')] },
      { role: 'tool', content: 'old', toolCallId: 'call00002' },
    ];
    const { result } = run([reply, answers('Done.')], { tools: [returning('a', 'new')], history });
    const [, assistant, ...rest] = (await result).messages;
    const ids = rest.flatMap((message) => (message.role === 'tool' ? [message.toolCallId] : []));
    expect(ids).toEqual(['call00003', 'x', 'call00004']);
    expect(assistant).toMatchObject({
      content: 'Let me look.',
      toolCalls: ids.map((id) => ({ id, name: 'a', arguments: '{}' })),
    });
  });

  it('leaves what follows to the last model after a tool that asks for it', async () => {
    const pay = returning('pay', 'paid', { verifyAfter: true });
    const { turns, result } = run(
      [calls(call('look')), calls(call('pay')), calls(call('look', { again: 1 })), answers('Paid.')],
      {
        tools: [pay, returning('look', 'seen')],
      },
    );
    await result;
    const because = 'the answer rests on pay';
    expect(turns.requests.map(({ verifyBecause }) => verifyBecause)).toEqual([
      undefined,
      undefined,
      because,
      because,
    ]);
  });

  it('does not count a call that was not made as resting on the tool', async () => {
    const pay = tool('pay', () => Promise.resolve('paid'), { verifyAfter: true }, { required: ['amount'] });
    const { turns, result } = run([calls(call('pay')), answers('No.')], { tools: [pay] });
    await result;
    expect(pay.ran).toEqual([]);
    expect(turns.requests[1]?.verifyBecause).toBeUndefined();
  });
});
