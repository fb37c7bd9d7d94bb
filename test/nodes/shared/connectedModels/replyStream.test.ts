import { describe, expect, it } from '@jest/globals';
import { replyStream } from '../../../../nodes/shared/connectedModels/replyStream';
import { collected } from '../../../support/collected';

async function* streamed(chunks: readonly unknown[]): AsyncGenerator {
  for (const chunk of chunks) yield await Promise.resolve(chunk);
}

const partsOf = (...chunks: unknown[]) => collected(replyStream(streamed(chunks)));
const endOf = async (...chunks: unknown[]) => (await partsOf(...chunks)).at(-1);

describe('the chunks of a message', () => {
  it('bring its text in pieces, and at their end the whole', async () => {
    const parts = await partsOf(
      { content: 'To', usage_metadata: { input_tokens: 12, output_tokens: 1 } },
      { content: [{ type: 'thinking', thinking: '...' }] },
      {
        content: [{ type: 'text', text: 'kyo.' }],
        response_metadata: { logprobs: { content: [{ logprob: -1 }] } },
      },
      { content: '', additional_kwargs: { stop_reason: 'end_turn' } },
      {
        content: '',
        usage_metadata: { input_tokens: 0, output_tokens: 3, input_token_details: { cache_read: 8 } },
      },
    );
    expect(parts).toEqual([
      { type: 'text', text: 'To' },
      { type: 'text', text: 'kyo.' },
      {
        type: 'end',
        reply: {
          text: 'Tokyo.',
          toolCalls: [],
          finishReason: 'stop',
          usage: { inputTokens: 12, outputTokens: 4, cachedInputTokens: 8 },
          logprobs: [-1],
        },
      },
    ]);
  });

  it('put the calls of tools together, whatever each chunk makes of its own piece', async () => {
    const end = await endOf(
      {
        content: '',
        tool_call_chunks: [{ index: 0, id: 'a', name: 'search', args: '' }],
        tool_calls: [{ name: 'search', args: {}, id: 'a' }],
      },
      {
        content: '',
        tool_call_chunks: [{ index: 0, args: '{"q":' }],
        invalid_tool_calls: [{ args: '{"q":' }],
      },
      { content: '', tool_call_chunks: [{ index: 0, args: '1}' }] },
      { content: '', tool_call_chunks: [{ index: 1, id: 'b', name: 'time', args: '' }] },
    );
    expect(end).toMatchObject({
      reply: {
        toolCalls: [
          { id: 'a', name: 'search', arguments: '{"q":1}' },
          { id: 'b', name: 'time', arguments: '{}' },
        ],
      },
    });
  });

  it('may be one whole message', async () => {
    const toolCalls = [{ id: 'a', name: 'search', args: { q: 1 } }];
    expect(await endOf({ content: 'Hm.', tool_calls: toolCalls })).toMatchObject({
      reply: { text: 'Hm.', toolCalls: [{ id: 'a', name: 'search', arguments: '{"q":1}' }] },
    });
  });

  it.each<[string, object, object, object | string]>([
    [
      'is cut off, where its class tells the end',
      { model_provider: 'anthropic' },
      { content: 'a' },
      'in the middle',
    ],
    [
      'has reached its limit in the Responses API',
      { model_provider: 'openai' },
      { content: [] },
      { finishReason: 'length' },
    ],
    ['says nothing, where its class never does', {}, { content: 'a' }, { finishReason: 'unknown' }],
  ])('that end without a reason: the answer %s', async (_, response_metadata, chunk, expected) => {
    const asked = endOf({ ...chunk, response_metadata });
    if (typeof expected === 'string') await expect(asked).rejects.toMatchObject({ fault: 'network' });
    else expect(await asked).toMatchObject({ reply: expected });
  });

  it.each([[[]], [['text']], [[null]]])('that are %j are none', async (chunks) => {
    await expect(endOf(...chunks)).rejects.toMatchObject({ fault: 'bad_reply' });
  });

  it('end with the reason of the signal, where a class ends without a word', async () => {
    const reason = new Error('enough');
    const stream = replyStream(streamed([{ content: 'To' }]), AbortSignal.abort(reason));
    await expect(collected(stream)).rejects.toBe(reason);
  });
});
