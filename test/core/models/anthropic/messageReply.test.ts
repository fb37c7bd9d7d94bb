import { describe, expect, it } from '@jest/globals';
import { messageReply } from '../../../../core/models/anthropic/messageReply';

const usage = { input_tokens: 10, output_tokens: 5 };

it('joins the texts, and leaves the thinking out', () => {
  const content = [
    { type: 'thinking', thinking: 'Hm.', signature: 'x' },
    { type: 'text', text: 'The capital is ' },
    { type: 'text', text: 'Tokyo.' },
  ];
  expect(messageReply({ content, stop_reason: 'end_turn', usage })).toEqual({
    text: 'The capital is Tokyo.',
    toolCalls: [],
    finishReason: 'stop',
    usage: { inputTokens: 10, outputTokens: 5 },
  });
});

it('gives the arguments of a tool call as JSON text', () => {
  const content = [{ type: 'tool_use', id: 'toolu_1', name: 'weather', input: { city: 'Tokyo' } }];
  expect(messageReply({ content, stop_reason: 'tool_use', usage })).toMatchObject({
    text: '',
    toolCalls: [{ id: 'toolu_1', name: 'weather', arguments: '{"city":"Tokyo"}' }],
    finishReason: 'tool_calls',
  });
});

it.each([
  ['end_turn', 'stop'],
  ['stop_sequence', 'stop'],
  ['max_tokens', 'length'],
  ['model_context_window_exceeded', 'length'],
  ['tool_use', 'tool_calls'],
  ['refusal', 'content_filter'],
  ['pause_turn', 'unknown'],
  ['something_new', 'unknown'],
  [null, 'unknown'],
  [undefined, 'unknown'],
])('reads the stop reason %s as %s', (stopReason, finishReason) => {
  expect(messageReply({ content: [], stop_reason: stopReason, usage }).finishReason).toBe(finishReason);
});

describe('the tokens', () => {
  const usageOf = (reported: unknown) => messageReply({ content: [], usage: reported }).usage;

  it('of the input include those read from the cache and written to it', () => {
    const cached = { ...usage, cache_read_input_tokens: 100, cache_creation_input_tokens: 1000 };
    expect(usageOf(cached)).toEqual({
      inputTokens: 1110,
      outputTokens: 5,
      cachedInputTokens: 100,
      cacheWriteInputTokens: 1000,
    });
  });

  it('may say that nothing was cached', () => {
    const uncached = { ...usage, cache_read_input_tokens: 0, cache_creation_input_tokens: null };
    expect(usageOf(uncached)).toEqual({ inputTokens: 10, outputTokens: 5 });
  });

  it.each([
    ['missing', undefined],
    ['negative', { input_tokens: -1, output_tokens: 5 }],
    ['not numbers', { input_tokens: 'many', output_tokens: 5 }],
  ])('are unknown when they are %s', (_, reported) => {
    expect(usageOf(reported)).toBeUndefined();
  });
});

it.each([
  ['a text', 'It works!'],
  ['nothing', undefined],
  ['an error', { type: 'error', error: { message: 'No' } }],
  ['a message without content', { type: 'message' }],
  ['a text block without text', { content: [{ type: 'text' }] }],
  ['a tool call without input', { content: [{ type: 'tool_use', id: 'a', name: 'weather' }] }],
])('refuses %s', (_, body) => {
  expect(() => messageReply(body)).toThrow(expect.objectContaining({ fault: 'bad_reply' }));
});
