import { expect, it } from '@jest/globals';
import { requestBody } from '../../../../core/models/anthropic/requestBody';
import type { ChatMessage, ToolDefinition } from '../../../../core/models/chatModel';

const text = (written: string) => ({ type: 'text', text: written });

function bodyOf(messages: ChatMessage[], tools?: ToolDefinition[]): object {
  return requestBody(
    { model: 'claude-test', maxOutputTokens: 10 },
    { messages, ...(tools ? { tools } : {}) },
  );
}

it('gathers all instructions in one place, wherever they stood', () => {
  const messages: ChatMessage[] = [
    { role: 'system', content: 'Be brief.' },
    { role: 'user', content: 'Hello' },
    { role: 'system', content: [text('Be kind.') as { type: 'text'; text: string }] },
  ];
  expect(bodyOf(messages)).toEqual({
    model: 'claude-test',
    max_tokens: 10,
    system: 'Be brief.\n\nBe kind.',
    messages: [{ role: 'user', content: [text('Hello')] }],
  });
});

it('sends inline images as data and others by their address', () => {
  const content = [
    { type: 'text', text: 'What is this?' },
    { type: 'image', url: 'data:image/png;base64,aGVsbG8=' },
    { type: 'image', url: 'https://example.com/cat.jpg' },
  ] as const;
  expect(bodyOf([{ role: 'user', content }])).toMatchObject({
    messages: [
      {
        role: 'user',
        content: [
          text('What is this?'),
          { type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'aGVsbG8=' } },
          { type: 'image', source: { type: 'url', url: 'https://example.com/cat.jpg' } },
        ],
      },
    ],
  });
});

it('puts the results of all tools that were called into the one turn after the calls', () => {
  const messages: ChatMessage[] = [
    { role: 'user', content: 'Weather in Paris and Rome?' },
    {
      role: 'assistant',
      content: 'I look.',
      toolCalls: [
        { id: 'a', name: 'weather', arguments: '{"city":"Paris"}' },
        { id: 'b', name: 'weather', arguments: '{"city":"Rome"}' },
      ],
    },
    { role: 'tool', toolCallId: 'a', content: 'Rain' },
    { role: 'tool', toolCallId: 'b', content: 'Sun' },
    { role: 'user', content: 'Well?' },
  ];
  expect(bodyOf(messages)).toMatchObject({
    messages: [
      { role: 'user', content: [text('Weather in Paris and Rome?')] },
      {
        role: 'assistant',
        content: [
          text('I look.'),
          { type: 'tool_use', id: 'a', name: 'weather', input: { city: 'Paris' } },
          { type: 'tool_use', id: 'b', name: 'weather', input: { city: 'Rome' } },
        ],
      },
      {
        role: 'user',
        content: [
          { type: 'tool_result', tool_use_id: 'a', content: [text('Rain')] },
          { type: 'tool_result', tool_use_id: 'b', content: [text('Sun')] },
          text('Well?'),
        ],
      },
    ],
  });
});

it.each([
  ['not JSON', '{"city":'],
  ['a list', '["Paris"]'],
  ['null', 'null'],
  ['nothing', ''],
])('shows arguments that are %s as the text that they are', (_, written) => {
  const toolCalls = [{ id: 'a', name: 'weather', arguments: written }];
  expect(bodyOf([{ role: 'assistant', content: '', toolCalls }])).toMatchObject({
    messages: [{ content: [{ type: 'tool_use', input: { arguments: written } }] }],
  });
});

it('leaves out texts and messages that are empty', () => {
  const messages: ChatMessage[] = [
    { role: 'user', content: 'Hello' },
    { role: 'assistant', content: '  ' },
    { role: 'user', content: [{ type: 'text', text: '' }] },
    { role: 'user', content: 'Still there?' },
  ];
  expect(bodyOf(messages)).toMatchObject({
    messages: [{ role: 'user', content: [text('Hello'), text('Still there?')] }],
  });
});

it('offers tools', () => {
  const parameters = { type: 'object', properties: { city: { type: 'string' } } };
  const tool = { name: 'weather', description: 'Tells the weather', parameters };
  expect(bodyOf([{ role: 'user', content: 'Hello' }], [tool])).toMatchObject({
    tools: [{ name: 'weather', description: 'Tells the weather', input_schema: parameters }],
  });
});
