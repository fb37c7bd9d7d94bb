import { describe, expect, it } from '@jest/globals';
import type { AgentOptions } from '../../../../core/cascade/agent/agentOptions';
import type { OutputParser } from '../../../../core/cascade/agent/outputParser';
import { runAgent } from '../../../../core/cascade/agent/runAgent';
import { FakeClock, settled } from '../../../support/fakeClock';
import { answers, call, calls, ScriptedTurns, type TurnAct } from './support/scriptedTurns';
import { stopOf } from './support/stopped';
import { returning } from './support/tools';

const QUERY = 'How warm is it?';

/** Takes JSON with a number of degrees. */
function degrees(): OutputParser & { readonly texts: string[] } {
  const texts: string[] = [];
  return {
    texts,
    instructions: 'Answer as {"degrees": number}.',
    parse: (text) => {
      texts.push(text);
      const found = /^\{"degrees": (\d+)\}$/.exec(text)?.[1];
      return found === undefined
        ? Promise.reject(new Error('degrees are missing'))
        : Promise.resolve({ degrees: Number(found) });
    },
  };
}

function run(acts: readonly [TurnAct, ...TurnAct[]], options: Partial<AgentOptions> = {}) {
  const turns = new ScriptedTurns(...acts);
  const parser = degrees();
  return {
    turns,
    parser,
    result: runAgent({ turns, query: QUERY, parser, clock: new FakeClock(), ...options }),
  };
}

const fits = '{"degrees": 30}';

describe('a run with an output parser', () => {
  it('tells the models what the parser wants, and gives what it made of the answer', async () => {
    const { turns, parser, result } = run([answers(fits)], { systemMessage: 'Be brief.' });
    expect(await result).toMatchObject({ output: fits, parsed: { degrees: 30 } });
    expect(turns.requests[0]?.messages[0]).toEqual({
      role: 'system',
      content: 'Be brief.\n\nAnswer as {"degrees": number}.',
    });
    expect(parser.texts).toEqual([fits]);
  });

  it('rejects a draft that does not parse, and parses no text twice', async () => {
    const drafts: TurnAct = async (request) => {
      const draft = { text: 'warm', toolCalls: [], finishReason: 'stop' } as const;
      expect(await request.faultOf?.(draft)).toBe(
        'the draft does not fit the output parser: degrees are missing',
      );
      expect(await request.faultOf?.({ ...draft, text: fits })).toBeUndefined();
      return answers(fits)(request);
    };
    const { parser, result } = run([drafts]);
    await result;
    expect(parser.texts).toEqual(['warm', fits]);
  });

  it('does not parse what comes with calls of tools', async () => {
    const { turns, parser, result } = run([calls(call('look')), answers(fits)], {
      tools: [returning('look', 'hot')],
    });
    await result;
    const draft = {
      text: 'Let me look.',
      toolCalls: [call('look', { far: true })],
      finishReason: 'stop',
    } as const;
    expect(await turns.requests[0]?.faultOf?.(draft)).toBeUndefined();
    expect(parser.texts).toEqual([fits]);
  });

  it('asks the last model once to mend its answer, and remembers only the mended one', async () => {
    const { turns, result } = run([answers('warm'), answers(fits)], { maxIterations: 1 });
    expect(await result).toMatchObject({
      output: fits,
      parsed: { degrees: 30 },
      cascade: { costUsd: 0.002 },
      messages: [
        { role: 'user', content: QUERY },
        { role: 'assistant', content: fits },
      ],
    });
    expect(turns.requests[1]).toMatchObject({
      verifyBecause: 'an answer did not fit the output parser',
      query: QUERY,
    });
    expect(turns.requests[1]?.messages.slice(2)).toEqual([
      { role: 'assistant', content: 'warm' },
      {
        role: 'user',
        content:
          'This answer could not be read: degrees are missing\nGive the whole answer again, in the format asked for.',
      },
    ]);
  });

  it.each([
    ['the mended answer does not parse either', answers('very warm'), 'very warm'],
    ['tools are called instead of mending it', calls(call('look')), 'warm'],
  ])('fails with the text and the cost when %s', async (_when, second, output) => {
    const { turns, result } = run([answers('warm'), second], { tools: [returning('look', 'hot')] });
    const error = await stopOf(result);
    expect(error).toMatchObject({
      code: 'OUTPUT_NOT_PARSED',
      message: 'The answer does not fit the output parser: degrees are missing',
      costUsd: 0.002,
      partial: { output },
    });
    expect(turns.requests).toHaveLength(2);
  });

  it('streams an answer only when it was parsed', async () => {
    const heard: string[] = [];
    const { turns, result } = run([answers('warm'), answers(fits)], {
      onText: (text) => void heard.push(text),
    });
    await result;
    expect(turns.requests.map(({ onText }) => onText)).toEqual([undefined, undefined]);
    expect(heard).toEqual([fits]);
  });

  it('takes a parser that throws before it promises, or throws no error', async () => {
    const parse = () => {
      AbortSignal.abort('broken parser').throwIfAborted();
      return Promise.resolve('never');
    };
    const error = await stopOf(run([answers('warm')], { parser: { parse } }).result);
    expect(error.message).toBe('The answer does not fit the output parser: broken parser');
  });

  it('does not wait for a parser that hangs', async () => {
    const clock = new FakeClock();
    const { result } = run([answers('warm')], {
      clock,
      parser: { parse: () => new Promise(() => undefined) },
    });
    const stop = stopOf(result);
    await settled();
    await clock.advance(60_000);
    expect((await stop).message).toBe(
      'The answer does not fit the output parser: the parser gave no result within 60 s',
    );
    expect(clock.sleepers).toBe(0);
  });

  it('ends at once when the caller aborts while it parses', async () => {
    const abort = new AbortController();
    const parser = { parse: () => new Promise(() => undefined) };
    const stop = stopOf(run([answers('warm')], { parser, signal: abort.signal }).result);
    await settled();
    abort.abort(new Error('enough'));
    expect(await stop).toMatchObject({ code: 'ABORTED', costUsd: 0.001 });
  });
});

it('waits no longer for who takes a parsed answer than the run may last', async () => {
  const clock = new FakeClock();
  const { result } = run([answers(fits)], {
    clock,
    onText: () => new Promise(() => undefined),
    limits: { totalTimeoutMs: 8_000 },
  });
  const stop = stopOf(result);
  await settled();
  await clock.advance(8_000);
  expect(await stop).toMatchObject({ code: 'TEXT_NOT_TAKEN', costUsd: 0.001 });
  expect(clock.sleepers).toBe(0);
});
