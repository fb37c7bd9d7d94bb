import { expect, it } from '@jest/globals';
import type { ChatMessage } from '../../../../core';
import { runnableMessage } from '../../../../nodes/shared/connectedModels/message';

it.each<[ChatMessage, object]>([
  [
    { role: 'system', content: 'Be brief.' },
    { role: 'system', content: 'Be brief.' },
  ],
  [
    {
      role: 'user',
      content: [
        { type: 'text', text: 'Look:' },
        { type: 'image', url: 'data:image/png;base64,AA' },
      ],
    },
    {
      role: 'user',
      content: [
        { type: 'text', text: 'Look:' },
        { type: 'image_url', image_url: { url: 'data:image/png;base64,AA' } },
      ],
    },
  ],
  [
    { role: 'assistant', content: 'Hi' },
    { role: 'assistant', content: 'Hi', tool_calls: [] },
  ],
  [
    { role: 'assistant', content: '', toolCalls: [{ id: 'a', name: 'search', arguments: '{}' }] },
    {
      role: 'assistant',
      content: '',
      tool_calls: [{ id: 'a', type: 'function', function: { name: 'search', arguments: '{}' } }],
    },
  ],
  [
    { role: 'tool', content: 'Found', toolCallId: 'a' },
    { role: 'tool', content: 'Found', tool_call_id: 'a' },
  ],
])('%j', (message, runnable) => {
  expect(runnableMessage(message)).toEqual(runnable);
});
