import { describe, expect, it } from '@jest/globals';
import type { AgentOptions } from '../../../../core/cascade/agent/agentOptions';
import { runAgent } from '../../../../core/cascade/agent/runAgent';
import type { ChatMessage, ToolCall } from '../../../../core/models/chatModel';
import { FakeClock, settled } from '../../../support/fakeClock';
import { answers, call, calls, ScriptedTurns, type TurnAct } from './support/scriptedTurns';
import { stopOf } from './support/stopped';
import { returning, tool, weather } from './support/tools';

const QUERY = 'What is the weather in Rome?';

function run(acts: readonly [TurnAct, ...TurnAct[]], options: Partial<AgentOptions> = {}) {
  const turns = new ScriptedTurns(...acts);
  return { turns, result: runAgent({ turns, query: QUERY, clock: new FakeClock(), ...options }) };
}

function toldTo(messages: readonly ChatMessage[] | undefined): string[] {
  return (messages ?? []).flatMap(({ role, content }) =>
    role === 'tool' && typeof content === 'string' ? [content] : [],
  );
}

describe('a tool at fault', () => {
  it('that throws is told to the model, without its stack, and the other calls are kept', async () => {
    const broken = tool('broken', () => Promise.reject(new Error('the database is away')));
    const { result } = run([calls(call('broken'), call('fine')), answers('Half of it.')], {
      tools: [broken, returning('fine', 'here')],
    });
    const { output, messages, steps } = await result;
    expect(output).toBe('Half of it.');
    expect(toldTo(messages)).toEqual(['Error: the database is away', 'here']);
    expect(steps.map(({ outcome }) => outcome)).toEqual(['failed', 'done']);
  });

  it('that throws before it promises, and what is no error, is told too', async () => {
    const hasty = tool('hasty', () => {
      AbortSignal.abort('no such thing').throwIfAborted();
      return Promise.resolve('never');
    });
    const { result } = run([calls(call('hasty')), answers('Sorry.')], { tools: [hasty] });
    expect(toldTo((await result).messages)).toEqual(['Error: no such thing']);
  });

  it('that never ends is left behind when its time is over', async () => {
    const clock = new FakeClock();
    let told: AbortSignal | undefined;
    const hanging = tool(
      'hanging',
      (_args, { signal }) => {
        told = signal;
        return new Promise(() => undefined);
      },
      { timeoutMs: 5_000 },
    );
    const { result } = run([calls(call('hanging'), call('fine')), answers('Half of it.')], {
      tools: [hanging, returning('fine', 'here')],
      clock,
    });
    await settled();
    await clock.advance(4_999);
    expect(told?.aborted).toBe(false);
    await clock.advance(1);
    expect(toldTo((await result).messages)).toEqual(['Error: "hanging" gave no result within 5 s', 'here']);
    expect(told?.aborted).toBe(true);
    expect((await result).steps[0]).toMatchObject({ outcome: 'failed', latencyMs: 5_000 });
    expect(clock.sleepers).toBe(0);
  });

  it('has 60 s when nothing else is said', async () => {
    const clock = new FakeClock();
    const hanging = tool('hanging', () => new Promise(() => undefined));
    const { result } = run([calls(call('hanging')), answers('Sorry.')], { tools: [hanging], clock });
    await settled();
    await clock.advance(60_000);
    expect(toldTo((await result).messages)).toEqual(['Error: "hanging" gave no result within 60 s']);
  });

  it('whose result is huge is cut, and the model is told so', async () => {
    const huge = returning('huge', 'x'.repeat(5_000_000));
    const { result } = run([calls(call('huge')), answers('Much.')], { tools: [huge] });
    const [told = ''] = toldTo((await result).messages);
    expect(told).toHaveLength(
      100_000 + '\n[cut here: these are the first 100,000 of 5,000,000 characters]'.length,
    );
    expect(told.endsWith('x\n[cut here: these are the first 100,000 of 5,000,000 characters]')).toBe(true);
  });

  it('is cut where one says, but never inside a character', async () => {
    const emoji = returning('emoji', '🙂🙂🙂');
    const { result } = run([calls(call('emoji')), answers('Nice.')], {
      tools: [emoji],
      maxToolResultLength: 3,
    });
    expect(toldTo((await result).messages)).toEqual([
      '🙂\n[cut here: these are the first 2 of 6 characters]',
    ]);
  });

  it('with an error that goes on and on is cut short', async () => {
    const loud = tool('loud', () => Promise.reject(new Error('e'.repeat(1_000_000))));
    const { result } = run([calls(call('loud')), answers('Sorry.')], { tools: [loud] });
    expect(toldTo((await result).messages)[0]).toHaveLength('Error: '.length + 1_001);
  });
});

describe('a call at fault', () => {
  it.each<[string, ToolCall, string]>([
    ['an unknown tool', call('wether', { city: 'Rome' }), 'there is no tool "wether" (there is weather)'],
    ['no JSON', call('weather', '{"city": "Rome"'), 'the arguments of "weather" are not readable JSON'],
    [
      'JSON that is nested too deeply',
      call('weather', `{"city":${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
      'the arguments of "weather" are not readable JSON',
    ],
    ['a list', call('weather', ['Rome']), 'the arguments of "weather" are not a JSON object'],
    ['null', call('weather', 'null'), 'the arguments of "weather" are not a JSON object'],
    [
      'another type',
      call('weather', { city: 5 }),
      'the arguments of "weather" do not fit its schema: Property "city" does not match schema. ' +
        'city: Instance type "number" is invalid. Expected "string".',
    ],
    [
      'a number in quotes',
      call('weather', { city: 'Rome', days: '5' }),
      'the arguments of "weather" do not fit its schema: Property "days" does not match schema. ' +
        'days: Instance type "string" is invalid. Expected "integer".',
    ],
    [
      'nothing',
      call('weather', ''),
      'the arguments of "weather" do not fit its schema: Instance does not have required property "city".',
    ],
  ])('with %s is not made, in a draft or by the last model', async (_what, bad, fault) => {
    const forecast = weather();
    const { turns, result } = run([calls(bad), answers('I cannot tell.')], { tools: [forecast] });
    const { messages, steps, output } = await result;
    const draft = { text: '', toolCalls: [bad], finishReason: 'tool_calls' } as const;
    expect(await turns.requests[0]?.faultOf?.(draft)).toBe(`the draft calls a tool wrongly: ${fault}`);
    expect(forecast.ran).toEqual([]);
    expect(toldTo(messages)).toEqual([
      `Error: The tool was not run, because ${fault}. Mend the call, or answer without it.`,
    ]);
    expect(steps).toMatchObject([{ outcome: 'refused', tool: bad.name }]);
    expect(output).toBe('I cannot tell.');
  });

  it('does not keep the others from being made, and can be mended', async () => {
    const forecast = weather();
    const { turns, result } = run(
      [
        calls(call('weather', { city: '' }, 'bad'), call('weather', { city: 'Oslo' }, 'good')),
        calls(call('weather', { city: 'Rome' }, 'mended')),
        answers('Sunny.'),
      ],
      { tools: [forecast] },
    );
    const { steps, messages } = await result;
    expect(forecast.ran).toEqual([{ city: 'Oslo' }, { city: 'Rome' }]);
    expect(steps.map(({ callId, outcome, iteration }) => [callId, outcome, iteration])).toEqual([
      ['bad', 'refused', 1],
      ['good', 'done', 1],
      ['mended', 'done', 2],
    ]);
    expect(messages).toHaveLength(7);
    const fine = { text: '', toolCalls: [call('weather', { city: 'Bern' })], finishReason: 'stop' } as const;
    expect(await turns.requests[0]?.faultOf?.(fine)).toBeUndefined();
  });

  it('is shown to the models again in a form that every provider takes', async () => {
    const { turns, result } = run([calls(call('get weather!', '{"city":')), answers('Sorry.')], {
      tools: [weather()],
    });
    await result;
    expect(turns.requests[1]?.messages[1]).toMatchObject({
      toolCalls: [{ name: 'get_weather_', arguments: '{"arguments":"{\\"city\\":"}' }],
    });
  });

  it('is told in a few words, however long it is', async () => {
    const { turns, result } = run(
      [calls(call('n'.repeat(100_000), '['.repeat(100_000))), answers('Sorry.')],
      {
        tools: [weather()],
      },
    );
    expect(toldTo((await result).messages)[0]?.length).toBeLessThan(250);
    expect(turns.requests[1]?.messages[1]).toMatchObject({ toolCalls: [{ name: 'n'.repeat(64) }] });
  });

  it('of any tool is made with whatever object it has when the schema is invalid, and the trace says so', async () => {
    const odd = tool('odd', () => Promise.resolve('ran'), {}, { type: 'strnig' });
    const { result } = run([calls(call('odd', { any: 1 }), call('odd', '[]', 'list')), answers('Done.')], {
      tools: [odd],
    });
    const { steps, trace } = await result;
    expect(steps.map(({ outcome }) => outcome)).toEqual(['done', 'refused']);
    expect(odd.ran).toEqual([{ any: 1 }]);
    expect(trace[0]).toMatchObject({ step: 'tool', of: 'odd' });
    expect(trace[0]?.what).toMatch(/^its arguments are not checked, because its schema is invalid: /);
  });
});

describe('a model that goes in circles', () => {
  const again = (blanks: string) => calls(call('look', `{"at":${blanks}1}`));

  it('is stopped before it makes the same call for the third time in a row', async () => {
    const look = returning('look', 'nothing new');
    const { turns, result } = run([again(''), again(' '), again('\n')], { tools: [look] });
    const error = await stopOf(result);
    expect(error).toMatchObject({
      code: 'TOOL_LOOP',
      message: 'The tool "look" was called 3 times in a row with the same arguments',
      costUsd: 0.003,
    });
    expect(look.ran).toHaveLength(2);
    expect(turns.requests).toHaveLength(3);
    const draft = { text: '', toolCalls: [call('look', { at: 1 })], finishReason: 'stop' } as const;
    expect(await turns.requests[1]?.faultOf?.(draft)).toBe(
      'the draft calls "look" with the same arguments again and again',
    );
  });

  it('is not one that calls it with other arguments, or not in a row, or often in one turn', async () => {
    const look = returning('look', 'something');
    const at = (where: number) => calls(call('look', { at: where }));
    const thrice = calls(
      call('look', { at: 2 }, 'a'),
      call('look', { at: 2 }, 'b'),
      call('look', { at: 2 }, 'c'),
    );
    const { result } = run([at(1), at(1), at(2), at(1), at(1), thrice, answers('Done.')], { tools: [look] });
    expect((await result).output).toBe('Done.');
    expect(look.ran).toHaveLength(8);
  });

  it('is stopped when it makes the same malformed call again and again', async () => {
    const { result } = run([calls(call('look', '{'))], { tools: [returning('look', '')] });
    expect(await stopOf(result)).toMatchObject({ code: 'TOOL_LOOP' });
  });
});
