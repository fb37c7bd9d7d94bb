import { describe, expect, it } from '@jest/globals';
import type { AgentOptions } from '../../../../core/cascade/agent/agentOptions';
import { AgentStoppedError } from '../../../../core/cascade/agent/agentStoppedError';
import { runAgent } from '../../../../core/cascade/agent/runAgent';
import { isSpentError } from '../../../../core/cascade/agent/spentError';
import { AllModelsFailedError } from '../../../../core/cascade/engine/allModelsFailedError';
import { CascadeError } from '../../../../core/errors/cascadeError';
import { FakeClock, settled } from '../../../support/fakeClock';
import {
  answers,
  attempt,
  call,
  calls,
  replies,
  reportOf,
  ScriptedTurns,
  type TurnAct,
} from './support/scriptedTurns';
import { stopOf } from './support/stopped';
import { returning, tool } from './support/tools';

let counter = 0;
const look: TurnAct = (request) => calls(call('look', { at: counter++ }))(request);

function run(acts: readonly [TurnAct, ...TurnAct[]], options: Partial<AgentOptions> = {}) {
  const turns = new ScriptedTurns(...acts);
  const clock = new FakeClock();
  const tools = [returning('look', 'seen')];
  return { turns, clock, result: runAgent({ turns, query: 'What is there?', clock, tools, ...options }) };
}

describe('the number of iterations', () => {
  it('ends the run after ten turns, with how far it came', async () => {
    const speaking = replies({ text: 'Let me see.', toolCalls: [call('look', { at: -1 })] });
    const { turns, result } = run([speaking, look]);
    const error = await stopOf(result);
    expect(error).toMatchObject({
      code: 'MAX_ITERATIONS',
      message: 'The run had no answer after 10 turns: the model still calls tools',
      costUsd: 0.01,
      partial: { output: 'Let me see.', cascade: { costUsd: 0.01, baselineCostUsd: 0.1 } },
    });
    expect(error.attempts).toHaveLength(10);
    expect(error.partial.steps).toHaveLength(9);
    expect(error.partial.trace).toHaveLength(19);
    expect(CascadeError.is(error)).toBe(true);
    expect(turns.requests).toHaveLength(10);
  });

  it('can be one, which leaves no room for tools', async () => {
    const { result } = run([look], { maxIterations: 1 });
    expect((await stopOf(result)).message).toBe(
      'The run had no answer after 1 turn: the model still calls tools',
    );
    expect((await run([answers('That.')], { maxIterations: 1 }).result).output).toBe('That.');
  });
});

describe('the time of a run', () => {
  it('is shared by turns and tools', async () => {
    const clock = new FakeClock();
    const slow: TurnAct = async (request) => {
      await clock.advance(3_000);
      return look(request);
    };
    const sleepy = tool('look', async () => {
      await clock.advance(2_000);
      return 'seen';
    });
    const limits = { totalTimeoutMs: 10_000 };
    const { turns, result } = run([slow, answers('That.')], { clock, tools: [sleepy], limits });
    await result;
    expect(turns.requests.map(({ totalTimeoutMs }) => totalTimeoutMs)).toEqual([10_000, 5_000]);
  });

  it('ends a tool that has more time than the run, and then the run', async () => {
    const hanging = tool('look', () => new Promise(() => undefined));
    const { clock, turns, result } = run([look], { tools: [hanging], limits: { totalTimeoutMs: 8_000 } });
    const stop = stopOf(result);
    await settled();
    await clock.advance(8_000);
    expect(await stop).toMatchObject({
      code: 'TIME_LIMIT',
      message: 'The run took longer than its 8 s',
      costUsd: 0.001,
      partial: { steps: [{ outcome: 'failed', result: 'Error: "look" gave no result within 8 s' }] },
    });
    expect(turns.requests).toHaveLength(1);
    expect(clock.sleepers).toBe(0);
  });

  it('is not exceeded by calls that wait for others to end', async () => {
    const hanging = tool('look', () => new Promise(() => undefined));
    const many = Array.from({ length: 12 }, (_, at) => call('look', { at }, `id-${String(at)}`));
    const limits = { totalTimeoutMs: 8_000 };
    const { clock, result } = run([calls(...many)], { tools: [hanging], limits });
    const stop = stopOf(result);
    await settled();
    await clock.advance(8_000);
    const { code, partial } = await stop;
    expect(code).toBe('TIME_LIMIT');
    expect(hanging.ran).toHaveLength(5);
    expect(partial.steps).toHaveLength(12);
    expect(partial.steps.at(-1)).toMatchObject({
      outcome: 'failed',
      result: 'Error: "look" was not run, because the time of the run is over',
    });
    expect(clock.sleepers).toBe(0);
  });

  it('is told to a tenth of a millisecond', async () => {
    const clock = new FakeClock();
    const sleepy = tool('look', async () => {
      await clock.advance(1 / 3);
      return 'seen';
    });
    const { trace, steps } = await run([look, answers('That.')], { clock, tools: [sleepy] }).result;
    expect(steps[0]?.latencyMs).toBe(0.3);
    expect(trace.map(({ atMs }) => atMs)).toEqual([1, 0.3, 1.3]);
  });

  it('is left to the cascade when no limit is given', async () => {
    const { turns, result } = run([answers('That.')]);
    await result;
    expect(turns.requests[0]).toMatchObject({ totalTimeoutMs: undefined, maxCostUsd: undefined });
  });
});

describe('the cost of a run', () => {
  it('is shared by its turns', async () => {
    const { turns, result } = run([look, look, answers('That.')], { limits: { maxCostUsd: 0.01 } });
    await result;
    expect(turns.requests.map(({ maxCostUsd }) => maxCostUsd)).toEqual([0.01, 0.009, 0.008]);
  });

  it('ends the run when nothing is left', async () => {
    const tools = [returning('look', 'seen')];
    const { turns, result } = run([look], { tools, limits: { maxCostUsd: 0.002 } });
    expect(await stopOf(result)).toMatchObject({
      code: 'COST_LIMIT',
      message: 'The run has spent its $0.002',
      costUsd: 0.002,
    });
    expect(turns.requests).toHaveLength(2);
    expect(tools[0]?.ran).toHaveLength(1);
  });

  it('may be nothing while the models cost nothing', async () => {
    const free = { costUsd: 0, attempts: [{ ...attempt, costUsd: 0 }] };
    const looksForFree = replies({ toolCalls: [call('look')] }, free);
    const limits = { maxCostUsd: 0 };
    const { turns, result } = run([looksForFree, answers('That.', free)], { limits });
    expect((await result).output).toBe('That.');
    expect(turns.requests.map(({ maxCostUsd }) => maxCostUsd)).toEqual([0, 0]);
  });

  it('may be unlimited', async () => {
    const { turns, result } = run([look, answers('That.')], { limits: { maxCostUsd: null } });
    await result;
    expect(turns.requests.map(({ maxCostUsd }) => maxCostUsd)).toEqual([null, null]);
  });
});

describe('a run that ends in an error after it spent money', () => {
  const refused = new CascadeError('No model gave an answer', {
    code: 'ALL_MODELS_FAILED',
    hint: 'model: away',
  });

  it('says what was spent, and what the error was', async () => {
    const { result } = run([look, () => Promise.reject(refused)]);
    expect(await stopOf(result)).toMatchObject({
      code: 'ALL_MODELS_FAILED',
      message: 'No model gave an answer',
      hint: 'model: away',
      cause: refused,
      costUsd: 0.001,
      attempts: [attempt],
    });
  });

  it('counts the attempts of the turn that failed', async () => {
    const dear = { ...attempt, model: 'dear', costUsd: 0.01 };
    const unbilled = { ...attempt, inputTokens: null, outputTokens: null, costUsd: null, error: 'away' };
    const spends: TurnAct = ({ onAttempt }) => {
      onAttempt?.(unbilled);
      onAttempt?.(dear);
      return Promise.reject(refused);
    };
    const told: unknown[] = [];
    const { result } = run([look, spends], { onAttempt: (made) => void told.push(made) });
    const error = await stopOf(result);
    expect(error.attempts).toEqual([attempt, unbilled, dear]);
    expect(error.costUsd).toBe(0.011);
    expect(told).toEqual([attempt, unbilled, dear]);
  });

  it('takes the word of the error when nothing was heard of the attempts', async () => {
    const dear = { ...attempt, model: 'dear', costUsd: 0.01 };
    const account = { attempts: [dear], costUsd: 0.01, trace: [] };
    const failed = new AllModelsFailedError(['dear: away'], account, undefined);
    const error = await stopOf(run([look, () => Promise.reject(failed)]).result);
    expect(error).toMatchObject({
      code: 'ALL_MODELS_FAILED',
      hint: 'dear: away',
      cause: failed,
      costUsd: 0.011,
    });
    expect(error.attempts).toEqual([attempt, dear]);
    expect([error, failed].every(isSpentError)).toBe(true);
    expect(isSpentError(refused)).toBe(false);
  });

  it('does not know what was spent when a price is unknown', async () => {
    const unpriced: TurnAct = ({ onAttempt }) => {
      onAttempt?.({ ...attempt, costUsd: null });
      return Promise.reject(refused);
    };
    expect((await stopOf(run([look, unpriced]).result)).costUsd).toBeNull();
    const first = replies({ toolCalls: [call('look')] }, reportOf({ costUsd: null }));
    expect((await stopOf(run([first, () => Promise.reject(refused)]).result)).costUsd).toBeNull();
  });

  it.each<[string, Partial<AgentOptions>]>([
    ['steps', { onStep: () => Promise.reject(new Error('gone')) }],
    [
      'text',
      { parser: { parse: () => Promise.resolve(1) }, onText: () => Promise.reject(new Error('gone')) },
    ],
  ])('is stopped by the taker of its %s too', async (_what, options) => {
    const error = await stopOf(run([look, answers('That.')], options).result);
    expect(error).toMatchObject({ code: 'RUN_FAILED', message: 'gone' });
  });
});

describe('a run that the caller aborts', () => {
  const why = new Error('enough');

  it('during a tool ends at once, and says what was spent', async () => {
    const abort = new AbortController();
    let told: AbortSignal | undefined;
    const hanging = tool('look', (_args, { signal }) => {
      told = signal;
      return new Promise(() => undefined);
    });
    const { clock, result } = run([look], { tools: [hanging], signal: abort.signal });
    const stop = stopOf(result);
    await settled();
    abort.abort(why);
    expect(await stop).toMatchObject({
      code: 'ABORTED',
      message: 'The run was aborted',
      cause: why,
      costUsd: 0.001,
    });
    expect(told?.aborted).toBe(true);
    await settled();
    expect(clock.sleepers).toBe(0);
  });

  it('during a later turn says what was spent', async () => {
    const abort = new AbortController();
    const aborted: TurnAct = ({ signal, onAttempt }) => {
      onAttempt?.(attempt);
      abort.abort(why);
      signal?.throwIfAborted();
      return Promise.reject(new Error('The signal was not passed on'));
    };
    const { result } = run([look, aborted], { signal: abort.signal });
    expect(await stopOf(result)).toMatchObject({ code: 'ABORTED', cause: why, costUsd: 0.002 });
  });

  it('during the first turn throws the reason, since nothing is known to be spent', async () => {
    const abort = new AbortController();
    const aborted: TurnAct = () => {
      abort.abort(why);
      return Promise.reject(why);
    };
    const error: unknown = await run([aborted], { signal: abort.signal }).result.catch(
      (cause: unknown) => cause,
    );
    expect(error).toBe(why);
    expect(error).not.toBeInstanceOf(AgentStoppedError);
  });
});
