import { describe, expect, it } from '@jest/globals';
import { AgentStoppedError } from '../../../../core/cascade/agent/agentStoppedError';
import { CascadeAgent, type CascadeAgentOptions } from '../../../../core/cascade/cascadeAgent';
import { AllModelsFailedError } from '../../../../core/cascade/engine/allModelsFailedError';
import type { CascadeModel } from '../../../../core/cascade/engine/cascadeModel';
import type { ToolCall } from '../../../../core/models/chatModel';
import { ChatModelError } from '../../../../core/models/chatModelError';
import { FakeClock, settled } from '../../../support/fakeClock';
import { fails, hangs, says, ScriptedModel, type Act } from '../../../support/scriptedModel';
import { call } from './support/scriptedTurns';
import { stopOf } from './support/stopped';
import { returning, tool, weather } from './support/tools';

const QUERY = 'What is the weather in Rome?';
const overloaded = new ChatModelError('status 500: overloaded', { fault: 'server', status: 500 });

function callsFor(...toolCalls: readonly ToolCall[]): Act {
  return says('', { toolCalls, finishReason: 'tool_calls' });
}

/** One act a request, the last one again and again. */
function inTurn(...acts: readonly Act[]): Act {
  let asked = 0;
  return (request) => {
    const act = acts[Math.min(asked++, acts.length - 1)];
    return act ? act(request) : Promise.reject(new Error('No act is left'));
  };
}

/** A drafter at 1 and a verifier at 10 dollars per million tokens: an answer costs 0.00012 or 0.0012. */
function agent(drafter: Act, verifier: Act, options: Partial<CascadeAgentOptions> = {}) {
  const chats = { cheap: new ScriptedModel(drafter), dear: new ScriptedModel(verifier) };
  const models: CascadeModel[] = [
    { name: 'cheap', chat: chats.cheap, price: { inputPerMillion: 1, outputPerMillion: 1 } },
    { name: 'dear', chat: chats.dear, price: { inputPerMillion: 10, outputPerMillion: 10 } },
  ];
  const settings = { retries: 0, clock: new FakeClock(), ...options };
  return { agent: new CascadeAgent({ ...settings, models }), ...chats };
}

describe('a cascade with tools', () => {
  it('lets the drafter call tools and answer, and counts both turns', async () => {
    const forecast = weather();
    const drafter = inTurn(callsFor(call('weather', { city: 'Rome' })), says('It is sunny in Rome.'));
    const { agent: cascade, dear } = agent(drafter, says('never asked'));
    const { output, cascade: report, steps } = await cascade.run(QUERY, { tools: [forecast] });
    expect(output).toBe('It is sunny in Rome.');
    expect(steps).toMatchObject([{ tool: 'weather', outcome: 'done' }]);
    expect(report).toMatchObject({
      modelUsed: 'cheap',
      escalated: false,
      costUsd: 0.00024,
      baselineCostUsd: 0.0024,
    });
    expect(report.attempts).toHaveLength(2);
    expect(dear.requests).toHaveLength(0);
  });

  it.each<[string, ToolCall]>([
    ['no JSON', call('weather', '{"city":')],
    ['arguments that do not fit the schema', call('weather', { town: 'Rome' })],
    ['a tool that does not exist', call('wether', { city: 'Rome' })],
  ])('hands a draft that calls with %s to the verifier, whose call is made', async (_what, bad) => {
    const forecast = weather();
    const good = callsFor(call('weather', { city: 'Rome' }));
    const { agent: cascade, cheap, dear } = agent(inTurn(callsFor(bad), says('It is sunny in Rome.')), good);
    const { cascade: report } = await cascade.run(QUERY, { tools: [forecast] });
    expect(forecast.ran).toEqual([{ city: 'Rome' }]);
    expect([cheap.requests, dear.requests].map(({ length }) => length)).toEqual([2, 1]);
    expect(report).toMatchObject({ modelUsed: 'cheap', escalated: true, costUsd: 0.00144 });
  });

  it('lets the verifier mend its own malformed call', async () => {
    const forecast = weather();
    const verifier = inTurn(
      callsFor(call('weather', { city: 5 }, 'bad')),
      callsFor(call('weather', { city: 'Rome' }, 'good')),
    );
    const drafter = inTurn(
      callsFor(call('weather', '[]')),
      callsFor(call('weather', '[1]')),
      says('It is sunny in Rome.'),
    );
    const { agent: cascade, dear } = agent(drafter, verifier);
    const { output, steps } = await cascade.run(QUERY, { tools: [forecast] });
    expect(output).toBe('It is sunny in Rome.');
    expect(steps.map(({ outcome }) => outcome)).toEqual(['refused', 'done']);
    expect(dear.requests[1]?.messages.at(-1)).toMatchObject({ role: 'tool', toolCallId: 'bad' });
  });

  it('hands a draft that goes in circles to the verifier, which ends them', async () => {
    const look = returning('weather', 'try again');
    const drafter = callsFor(call('weather', { city: 'Rome' }));
    const { agent: cascade } = agent(drafter, says('I could not find out.'));
    const { output, cascade: report } = await cascade.run(QUERY, { tools: [look] });
    expect(output).toBe('I could not find out.');
    expect(look.ran).toHaveLength(2);
    expect(report).toMatchObject({ modelUsed: 'dear', escalated: true });
  });

  it('asks only the verifier after a tool that wants it so', async () => {
    const pay = returning('pay', 'paid', { verifyAfter: true });
    const { agent: cascade } = agent(callsFor(call('pay')), says('It is paid.'));
    const { output, cascade: report } = await cascade.run('Pay the bill', { tools: [pay] });
    expect(output).toBe('It is paid.');
    expect(report).toMatchObject({ modelUsed: 'dear', direct: false });
    expect(report.reason).toBe('direct: the answer rests on pay (the last of 2 turns)');
  });

  it('hands a draft that does not parse to the verifier', async () => {
    const parser = { parse: (text: string) => Promise.resolve(text).then(JSON.parse) as Promise<unknown> };
    const { agent: cascade } = agent(says('It is sunny in Rome.'), says('{"sun":true}'));
    const { parsed, cascade: report } = await cascade.run(QUERY, { parser });
    expect(parsed).toEqual({ sun: true });
    expect(report).toMatchObject({ modelUsed: 'dear', escalated: true });
    expect(report.reason).toMatch(/^escalated: the draft does not fit the output parser: /);
  });

  it('streams an accepted draft, and what the verifier writes', async () => {
    const heard: string[] = [];
    const { agent: cascade } = agent(callsFor(call('pay')), says('It is paid.'));
    const pay = returning('pay', 'paid', { verifyAfter: true });
    await cascade.run('Pay the bill', { tools: [pay], onText: (text) => void heard.push(text) });
    expect(heard.join('')).toBe('It is paid.');
  });
});

describe('a cascade that stops in the middle of a run', () => {
  it('says what the turns before have cost', async () => {
    const { agent: cascade } = agent(inTurn(callsFor(call('look')), fails(overloaded)), fails(overloaded));
    const error = await stopOf(cascade.run(QUERY, { tools: [returning('look', 'seen')] }));
    expect(error).toMatchObject({ code: 'ALL_MODELS_FAILED', costUsd: 0.00012 });
    expect(error.cause).toBeInstanceOf(AllModelsFailedError);
    expect(error.attempts.map(({ error: fault }) => fault)).toEqual([
      null,
      overloaded.message,
      overloaded.message,
    ]);
  });

  it('counts what a model was writing when the caller aborted', async () => {
    const abort = new AbortController();
    const { agent: cascade } = agent(inTurn(callsFor(call('look')), hangs), says('never asked'));
    const stop = stopOf(cascade.run(QUERY, { tools: [returning('look', 'seen')], signal: abort.signal }));
    await settled();
    await settled();
    abort.abort(new Error('enough'));
    const error = await stop;
    expect(error).toMatchObject({ code: 'ABORTED' });
    expect(error.attempts).toHaveLength(2);
    expect(error.costUsd).toBeGreaterThan(0.00012);
  });

  it('keeps the time of the whole run', async () => {
    const clock = new FakeClock();
    const hanging = tool('look', () => new Promise(() => undefined));
    const { agent: cascade } = agent(callsFor(call('look')), says('never asked'), {
      clock,
      totalTimeoutMs: 30_000,
    });
    const stop = stopOf(cascade.run(QUERY, { tools: [hanging] }));
    await settled();
    await clock.advance(30_000);
    expect(await stop).toMatchObject({ code: 'TIME_LIMIT', costUsd: 0.00012 });
  });

  it('keeps the cost of the whole run', async () => {
    let at = 0;
    const drafter: Act = (request) => callsFor(call('look', { at: at++ }))(request);
    const { agent: cascade } = agent(drafter, says('never asked'), { maxCostUsd: 0.0006 });
    const run = cascade.run(QUERY, { tools: [returning('look', 'seen')] });
    const error: unknown = await run.catch((cause: unknown) => cause);
    if (!(error instanceof AgentStoppedError))
      throw new Error('It should have been stopped', { cause: error });
    expect(error.costUsd).toBeLessThanOrEqual(0.0006);
    expect(error.costUsd).toBeGreaterThan(0);
  });
});
