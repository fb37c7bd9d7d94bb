import { expect, it } from '@jest/globals';
import { requestBody } from '../../../../core/models/openAiCompatible/requestBody';

it('writes every kind of message as the API wants it', () => {
  const call = { id: 'call_1', name: 'weather', arguments: '{"city":"Tokyo"}' };
  const body = requestBody('m', {
    messages: [
      { role: 'system', content: 'Be brief.' },
      {
        role: 'user',
        content: [
          { type: 'text', text: 'Look:' },
          { type: 'image', url: 'https://example.com/a.png' },
        ],
      },
      { role: 'assistant', content: '', toolCalls: [call] },
      { role: 'tool', content: 'Sunny', toolCallId: 'call_1' },
      { role: 'assistant', content: 'It is sunny.' },
    ],
    tools: [],
    logprobs: true,
  });
  expect(body).toEqual({
    model: 'm',
    messages: [
      { role: 'system', content: 'Be brief.' },
      {
        role: 'user',
        content: [
          { type: 'text', text: 'Look:' },
          { type: 'image_url', image_url: { url: 'https://example.com/a.png' } },
        ],
      },
      {
        role: 'assistant',
        content: '',
        tool_calls: [
          { id: 'call_1', type: 'function', function: { name: 'weather', arguments: '{"city":"Tokyo"}' } },
        ],
      },
      { role: 'tool', content: 'Sunny', tool_call_id: 'call_1' },
      { role: 'assistant', content: 'It is sunny.' },
    ],
    logprobs: true,
  });
});
