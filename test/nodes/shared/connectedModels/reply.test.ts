import { describe, expect, it } from '@jest/globals';
import type { FinishReason } from '../../../../core';
import { replyOf } from '../../../../nodes/shared/connectedModels/reply';

describe('the end of an answer', () => {
  it.each([
    ['OpenAI', { finish_reason: 'length' }, 'length'],
    ['Bedrock', { stopReason: 'guardrail_intervened' }, 'content_filter'],
    ['Anthropic', { stop_reason: 'end_turn' }, 'stop'],
    ['Gemini', { finishReason: 'SAFETY' }, 'content_filter'],
    ['Ollama', { done_reason: 'length' }, 'length'],
    [
      'the Responses API',
      { status: 'incomplete', incomplete_details: { reason: 'max_output_tokens' } },
      'length',
    ],
    ['nobody', {}, 'unknown'],
    ['someone new', { finish_reason: '__proto__' }, 'unknown'],
  ])('as %s says it', (_, metadata, finishReason) => {
    expect(replyOf({ content: 'Yes.', response_metadata: metadata })).toMatchObject({ finishReason });
  });
});

describe('the message of', () => {
  it("OpenAI's chat completions", () => {
    const message = {
      content: 'Tokyo.',
      tool_calls: [],
      usage_metadata: {
        input_tokens: 12,
        output_tokens: 3,
        total_tokens: 15,
        input_token_details: { cache_read: 8, cache_creation: 2 },
      },
      response_metadata: {
        finish_reason: 'stop',
        model_name: 'gpt-4o-mini',
        logprobs: {
          content: [
            { token: 'Tokyo', logprob: -0.1 },
            { token: '.', logprob: -0.2 },
          ],
        },
      },
    };
    expect(replyOf(message)).toEqual({
      text: 'Tokyo.',
      toolCalls: [],
      finishReason: 'stop',
      usage: { inputTokens: 12, outputTokens: 3, cachedInputTokens: 8, cacheWriteInputTokens: 2 },
      logprobs: [-0.1, -0.2],
    });
  });

  it("OpenAI's Responses API", () => {
    const message = {
      content: [
        { type: 'reasoning', summary: [] },
        { type: 'text', text: 'Tokyo', annotations: [] },
        { type: 'text', text: '.' },
      ],
      usage_metadata: { input_tokens: 12, output_tokens: 3 },
      response_metadata: { status: 'completed', incomplete_details: null },
    };
    expect(replyOf(message)).toMatchObject({ text: 'Tokyo.', finishReason: 'stop' });
    const response_metadata = { status: 'incomplete', incomplete_details: { reason: 'max_output_tokens' } };
    expect(replyOf({ ...message, response_metadata }).finishReason).toBe('length');
  });

  it('Anthropic', () => {
    const message = {
      content: [
        { type: 'thinking', thinking: 'The capital...' },
        { type: 'text', text: 'Let me look.' },
        { type: 'tool_use', id: 'toolu_1', name: 'search', input: { query: 'Tokyo' } },
      ],
      tool_calls: [{ id: 'toolu_1', name: 'search', args: { query: 'Tokyo' }, type: 'tool_call' }],
      usage_metadata: { input_tokens: 12, output_tokens: 3 },
      response_metadata: { stop_reason: 'tool_use', model: 'claude-haiku-4-5' },
    };
    expect(replyOf(message)).toEqual({
      text: 'Let me look.',
      toolCalls: [{ id: 'toolu_1', name: 'search', arguments: '{"query":"Tokyo"}' }],
      finishReason: 'tool_calls',
      usage: { inputTokens: 12, outputTokens: 3 },
    });
  });

  it('Gemini', () => {
    const message = {
      content: 'Tok',
      usage_metadata: { input_tokens: 12, output_tokens: 1 },
      response_metadata: { finishReason: 'MAX_TOKENS' },
    };
    expect(replyOf(message)).toMatchObject({ text: 'Tok', finishReason: 'length' });
  });

  it('Ollama', () => {
    const message = {
      content: 'Tokyo.',
      usage_metadata: { input_tokens: 12, output_tokens: 3 },
      response_metadata: { model: 'llama3.2', done: true, done_reason: 'stop', eval_count: 3 },
    };
    expect(replyOf(message)).toMatchObject({ text: 'Tokyo.', finishReason: 'stop' });
  });
});

describe('a message', () => {
  it('may be a class whose parts are getters', () => {
    class Message {
      readonly #text = 'Tokyo.';
      get content(): string {
        return this.#text;
      }
    }
    expect(replyOf(new Message())).toEqual({ text: 'Tokyo.', toolCalls: [], finishReason: 'unknown' });
  });

  it.each([undefined, null, 5, {}, [5, null, { type: 'text' }, { type: 'image_url' }]])(
    'whose content is %j has no text',
    (content) => {
      expect(replyOf({ content }).text).toBe('');
    },
  );

  it('keeps a call whose arguments do not parse', () => {
    const invalid_tool_calls = [{ id: 'a', name: 'search', args: '{"query":', error: 'no JSON' }];
    expect(replyOf({ content: '', invalid_tool_calls }).toolCalls).toEqual([
      { id: 'a', name: 'search', arguments: '{"query":' },
    ]);
  });

  it.each([
    { input_tokens: 0, output_tokens: 0 },
    { input_tokens: Number.NaN, output_tokens: 3 },
    { input_tokens: 12 },
    { input_tokens: -1, output_tokens: 3 },
    { input_tokens: '12', output_tokens: '3' },
    null,
  ])('with a usage of %j reports none', (usage_metadata) => {
    expect('usage' in replyOf({ content: 'Tokyo.', usage_metadata })).toBe(false);
  });

  it.each<[string | undefined, FinishReason]>([
    ['end_turn', 'stop'],
    ['stop_sequence', 'stop'],
    ['STOP', 'stop'],
    ['max_tokens', 'length'],
    ['model_length', 'length'],
    ['SAFETY', 'content_filter'],
    ['refusal', 'content_filter'],
    ['function_call', 'tool_calls'],
    ['__proto__', 'unknown'],
    ['something else', 'unknown'],
    ['', 'unknown'],
    [undefined, 'unknown'],
  ])('that ended with %p ended for %s', (finish_reason, meaning) => {
    expect(replyOf({ content: '', response_metadata: { finish_reason } }).finishReason).toBe(meaning);
  });

  it.each([undefined, null, 'Tokyo.', 5, true])('is not %j', (message) => {
    expect(() => replyOf(message)).toThrow('something that is not a message');
  });
});
