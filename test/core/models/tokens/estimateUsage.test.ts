import { describe, expect, it } from '@jest/globals';
import type { ChatMessage } from '../../../../core/models/chatModel';
import { estimateTokens } from '../../../../core/models/tokens/estimateTokens';
import { estimateUsage } from '../../../../core/models/tokens/estimateUsage';

const QUESTION: ChatMessage = { role: 'user', content: 'What is the capital of France?' };
const CALL = { id: 'call_1', name: 'get_weather', arguments: '{"city":"Paris"}' };
const CALL_TOKENS = estimateTokens(CALL.name) + estimateTokens(CALL.arguments);

describe('estimateUsage', () => {
  it('counts the reply as output', () => {
    expect(estimateUsage([QUESTION], 'Paris.').outputTokens).toBe(estimateTokens('Paris.'));
  });

  it('counts nothing as output of an empty reply', () => {
    expect(estimateUsage([QUESTION], '').outputTokens).toBe(0);
  });

  it('counts tool calls of the reply as output', () => {
    expect(estimateUsage([QUESTION], '', [CALL, CALL]).outputTokens).toBe(2 * CALL_TOKENS);
  });

  /** Every row says what the message adds to an empty conversation. */
  it.each<[what: string, message: ChatMessage, tokens: number]>([
    ['an empty message', { role: 'user', content: '' }, 4],
    ['a system message', { role: 'system', content: 'Be brief.' }, 4 + estimateTokens('Be brief.')],
    ['a question', QUESTION, 4 + estimateTokens('What is the capital of France?')],
    ['an answer', { role: 'assistant', content: 'Paris.' }, 4 + estimateTokens('Paris.')],
    ['calls of tools', { role: 'assistant', content: '', toolCalls: [CALL] }, 4 + CALL_TOKENS],
    ['the result of a tool', { role: 'tool', content: '21', toolCallId: 'call_1' }, 4 + estimateTokens('21')],
    ['no parts', { role: 'user', content: [] }, 4],
    [
      'a text and an image, by the image and not by its URL',
      {
        role: 'user',
        content: [
          { type: 'text', text: 'What is this?' },
          { type: 'image', url: `data:image/png;base64,${'QUJD'.repeat(10_000)}` },
        ],
      },
      4 + estimateTokens('What is this?') + 765,
    ],
  ])('counts %s as input', (_what, message, tokens) => {
    const empty = estimateUsage([], '').inputTokens;
    expect(estimateUsage([message], '').inputTokens - empty).toBe(tokens);
  });

  it('is near what OpenAI counts for a conversation', () => {
    // The example of the OpenAI Cookbook, "How to count tokens with tiktoken": gpt-4o counts 124 tokens.
    const conversation: readonly ChatMessage[] = [
      {
        role: 'system',
        content:
          'You are a helpful, pattern-following assistant that translates corporate jargon into plain English.',
      },
      { role: 'system', content: 'New synergies will help drive top-line growth.' },
      { role: 'system', content: 'Things working well together will increase revenue.' },
      {
        role: 'system',
        content:
          "Let's circle back when we have more bandwidth to touch base on opportunities for increased leverage.",
      },
      { role: 'system', content: "Let's talk later when we're less busy about how to do better." },
      {
        role: 'user',
        content: "This late pivot means we don't have time to boil the ocean for the client deliverable.",
      },
    ];
    expect(Math.abs(estimateUsage(conversation, '').inputTokens / 124 - 1)).toBeLessThan(0.1);
  });
});
