import { describe, expect, it } from '@jest/globals';
import type { ToolCall } from '../../../../core/models/chatModel';
import { fails, hangs, says } from '../../../support/scriptedModel';
import { failureOf, fault, good, GOOD, REFUSAL, stage } from './stage';

const tools = [{ name: 'search', description: 'Finds', parameters: { type: 'object' } }];
const call = (name: string): ToolCall => ({ id: '1', name, arguments: '{}' });
const callsTool = (name: string) => says('', { toolCalls: [call(name)], finishReason: 'tool_calls' });

describe('a draft that calls tools', () => {
  it('is accepted when they exist, and is not scored', async () => {
    const { ask, chats } = stage([callsTool('search'), good]);
    const { reply, report, trace } = await ask({ tools });
    expect(reply.toolCalls).toEqual([call('search')]);
    expect(chats[0]?.requests[0]?.tools).toEqual(tools);
    expect(report).toMatchObject({
      modelUsed: 'model 1',
      confidence: null,
      attempts: [{ accepted: true, confidence: null }],
    });
    expect(trace).toContainEqual(
      expect.objectContaining({ step: 'draft', what: 'accepted: calls tools, which are in order' }),
    );
  });

  it.each(['find', '__proto__', 'x'.repeat(1000)])('is rejected when one does not exist', async (name) => {
    const { report } = await stage([callsTool(name), good]).ask({ tools });
    expect(report).toMatchObject({
      modelUsed: 'model 2',
      reason: `escalated: the draft calls a tool that does not exist: "${name.slice(0, 60)}"`,
      attempts: [{ confidence: 0 }, { confidence: null }],
    });
  });

  it('is rejected for what the request finds wrong with it', async () => {
    const faultOf = () => 'the city is missing';
    const { report } = await stage([callsTool('search'), good]).ask({ tools, faultOf });
    expect(report.reason).toBe('escalated: the city is missing');
  });

  it('is empty when no tools were offered', async () => {
    const { report } = await stage([callsTool('search'), good], { settings: { retries: 0 } }).ask();
    expect(report.reason).toBe('escalated: model 1 failed: The model returned an empty answer');
  });
});

describe('the check of a request', () => {
  it('rejects a good text with its score, and never asks about the last word', async () => {
    const checked: string[] = [];
    const faultOf = ({ text }: { text: string }) => {
      checked.push(text);
      return Promise.resolve('it is no JSON');
    };
    const { report } = await stage([good, says('[]')]).ask({ faultOf });
    expect(report.reason).toBe('escalated: it is no JSON');
    expect(report.attempts[0]?.confidence).toBeGreaterThan(0.5);
    expect(checked).toEqual([GOOD]);
  });

  it.each<[string, () => Promise<undefined>, string]>([
    ['fails', () => Promise.reject(new Error('broken')), 'it could not be checked: broken'],
    ['hangs', () => new Promise(() => undefined), 'model 2 was not asked: the time is over'],
  ])('lets no draft pass when it %s', async (_what, faultOf, said) => {
    const { ask, clock } = stage([good, says('Tokyo, surely.')], { settings: { totalTimeoutMs: 5000 } });
    const { report } = await ask({ faultOf });
    expect(report.reason).toContain(said);
    expect(clock.sleepers).toBe(0);
  });

  it('puts a faulty draft behind one that is merely not good enough', async () => {
    const faultOf = ({ text }: { text: string }) => (text === GOOD ? 'wrong' : undefined);
    const down = fails(fault('authentication'));
    const { reply } = await stage([good, says(REFUSAL), down]).ask({ faultOf });
    expect(reply.text).toBe(REFUSAL);
    expect((await stage([good, down]).ask({ faultOf })).reply.text).toBe(GOOD);
  });
});

describe('a request that only the verifier may answer', () => {
  const verifyBecause = 'the answer rests on search';

  it('goes straight to it', async () => {
    const { ask, asked } = stage([good, good]);
    const { report } = await ask({ verifyBecause });
    expect(asked()).toEqual([0, 1]);
    expect(report).toMatchObject({
      direct: true,
      escalated: false,
      reason: 'direct: the answer rests on search',
    });
  });

  it('has no answer when it fails', async () => {
    const { ask, asked } = stage([good, fails(fault('authentication'))]);
    expect(await failureOf(ask({ verifyBecause }))).toMatchObject({ code: 'ALL_MODELS_FAILED' });
    expect(asked()).toEqual([0, 1]);
  });

  it('may be so by its domain', async () => {
    const settings = { verifyAlways: ['medical'] };
    const messages = [
      { role: 'user' as const, content: 'Which dosage of ibuprofen does a patient with asthma tolerate?' },
    ];
    const { ask, asked } = stage([good, fails(fault('authentication'))], { settings });
    expect(await failureOf(ask({ messages }))).toMatchObject({ code: 'ALL_MODELS_FAILED' });
    expect(asked()).toEqual([0, 1]);
  });
});

describe('the question', () => {
  it('is the last message of the user, and its images have no words', async () => {
    const image = { type: 'image' as const, url: 'https://example.com/a.png' };
    const messages = [
      { role: 'user' as const, content: 'Prove every lemma.' },
      { role: 'assistant' as const, content: 'Done.' },
      { role: 'user' as const, content: [image] },
    ];
    const { report } = await stage([good, good]).ask({ messages });
    expect(report.complexity).toBe('TRIVIAL');
  });

  it('may be told', async () => {
    const query = 'Was fehlt dem Patienten mit Fieber und welche Dosis Ibuprofen braucht er?';
    const { report } = await stage([good, good], { settings: { verifyAlways: ['medical'] } }).ask({ query });
    expect(report.domain).not.toBe('general');
  });
});

it('one model alone answers everything', async () => {
  const { report } = await stage([good]).ask();
  expect(report).toMatchObject({
    modelUsed: 'model 1',
    direct: true,
    escalated: false,
    savedUsd: 0,
    reason: 'direct: there is only one model',
    attempts: [{ role: 'verifier' }],
  });
  expect(() => stage([])).toThrow('Parameter "models" is a list of 0, but must be a list of 1 to 5 models');
  expect(() => stage([hangs, hangs, hangs, hangs, hangs, hangs])).toThrow('a list of 1 to 5 models');
});
