import { describe, expect, it } from '@jest/globals';
import type { FinishReason } from '../../../../core/models/chatModel';
import { completionReply, readFinishReason } from '../../../../core/models/openAiCompatible/completionReply';

const completion = (message: object, more: object = {}) => ({ choices: [{ message }], ...more });

describe('completionReply', () => {
  it('takes the least that servers send', () => {
    expect(completionReply(completion({ content: 'Hi' }))).toEqual({
      text: 'Hi',
      toolCalls: [],
      finishReason: 'unknown',
    });
    expect(completionReply(completion({})).text).toBe('');
    expect(completionReply(completion({ content: null, refusal: 'No.', tool_calls: null })).text).toBe('No.');
  });

  it('reads tokens from the cache and to it', () => {
    const usage = {
      prompt_tokens: 10,
      completion_tokens: 2,
      prompt_tokens_details: { cached_tokens: 8, cache_write_tokens: 2 },
    };
    expect(completionReply(completion({ content: 'Hi' }, { usage })).usage).toEqual({
      inputTokens: 10,
      outputTokens: 2,
      cachedInputTokens: 8,
      cacheWriteInputTokens: 2,
    });
  });

  it.each([null, {}, { prompt_tokens: -1, completion_tokens: 2 }, { prompt_tokens: 1 }, 'many'])(
    'keeps an answer whose usage is %j',
    (usage) => {
      const reply = completionReply(completion({ content: 'Hi' }, { usage }));
      expect(reply.text).toBe('Hi');
      expect('usage' in reply).toBe(false);
    },
  );

  it('keeps an answer whose log-probabilities are unreadable', () => {
    const choice = { message: { content: 'Hi' }, logprobs: { content: [{ logprob: null }] } };
    expect(completionReply({ choices: [choice] })).toMatchObject({ text: 'Hi' });
    expect('logprobs' in completionReply({ choices: [choice] })).toBe(false);
  });

  it.each([
    undefined,
    null,
    '',
    'Hi',
    '<html></html>',
    [],
    {},
    { choices: [] },
    { choices: [{}] },
    { choices: [{ message: { content: 5 } }] },
    { error: { message: 'no' } },
  ])('refuses %j', (body) => {
    expect(() => completionReply(body)).toThrow('something that is not a chat completion');
  });
});

it.each<[string | null | undefined, FinishReason]>([
  ['stop', 'stop'],
  ['length', 'length'],
  ['tool_calls', 'tool_calls'],
  ['function_call', 'tool_calls'],
  ['content_filter', 'content_filter'],
  ['eos', 'unknown'],
  ['__proto__', 'unknown'],
  [null, 'unknown'],
  [undefined, 'unknown'],
])('finish reason %p is %s', (reason, meaning) => {
  expect(readFinishReason(reason)).toBe(meaning);
});
