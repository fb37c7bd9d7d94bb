import { describe, expect, it } from '@jest/globals';
import type { Message } from '@n8n/ai-node-sdk';
import fc from 'fast-check';
import { chatMessages } from '../../../nodes/CascadeChatModel/messages';

const read = (message: Message) => chatMessages([message]);
const text = (said: string) => ({ type: 'text' as const, text: said });

describe('texts', () => {
  it.each(['system', 'user'] as const)('of the %s stay as they are', (role) => {
    expect(read({ role, content: [text('Hello')] })).toEqual([{ role, content: 'Hello' }]);
  });

  it('in several parts become one text', () => {
    expect(read({ role: 'user', content: [text('One'), text('Two')] })).toEqual([
      { role: 'user', content: 'One\nTwo' },
    ]);
  });

  it('never change', () => {
    fc.assert(
      fc.property(fc.string(), (said) => {
        expect(read({ role: 'user', content: [text(said)] })).toEqual([{ role: 'user', content: said }]);
      }),
    );
  });

  it('are what a model says, not what it thought', () => {
    const content = [{ type: 'reasoning' as const }, text('Hello')];
    expect(read({ role: 'assistant', content })).toEqual([
      { role: 'assistant', content: 'Hello', toolCalls: [] },
    ]);
  });
});

describe('images', () => {
  const image = { type: 'image', url: 'data:image/png;base64,AQID' };

  it.each([
    ['base64', { mediaType: 'image/png', data: 'AQID' }],
    ['bytes', { mediaType: 'image/png', data: Uint8Array.of(1, 2, 3) }],
    ['a data URL', { data: 'data:image/png;base64,AQID' }],
    ['a data URL beside them', { providerMetadata: { url: 'data:image/png;base64,AQID' } }],
  ])('come as %s', (_, file) => {
    expect(read({ role: 'user', content: [text('Look:'), { type: 'file', ...file }] })).toEqual([
      { role: 'user', content: [{ type: 'text', text: 'Look:' }, image] },
    ]);
  });

  it('come from the web', () => {
    const url = 'https://a.example/cat.png';
    const content = [{ type: 'file' as const, providerMetadata: { url } }];
    expect(read({ role: 'user', content })).toEqual([{ role: 'user', content: [{ type: 'image', url }] }]);
  });
});

it.each([
  ['application/pdf', { mediaType: 'application/pdf', data: 'AQID' }],
  ['unknown', { data: 'AQID' }],
])('refuses a file of type %s rather than leaves it out', (type, file) => {
  expect(() => read({ role: 'user', content: [{ type: 'file', ...file }] })).toThrow(
    `A cascade cannot be given a file of type ${type}`,
  );
});

describe('tools', () => {
  it('are called with what the model wrote', () => {
    const call = { type: 'tool-call' as const, toolCallId: 'c1', toolName: 'add', input: '{"a": 1}' };
    expect(read({ role: 'assistant', content: [text('Let me see.'), call] })).toEqual([
      {
        role: 'assistant',
        content: 'Let me see.',
        toolCalls: [{ id: 'c1', name: 'add', arguments: '{"a": 1}' }],
      },
    ]);
  });

  it.each([
    ['a text', '42', '42'],
    ['contents', [text('4'), text('2')], '4\n2'],
    ['JSON', { sum: 42 }, '{"sum":42}'],
    ['a list', [4, 2], '[4,2]'],
    ['nothing', undefined, 'null'],
  ])('give %s', (_, result, content) => {
    const message: Message = {
      role: 'tool',
      content: [{ type: 'tool-result', toolCallId: 'c1', result }],
    };
    expect(read(message)).toEqual([{ role: 'tool', content, toolCallId: 'c1' }]);
  });

  it('give each result to its call', () => {
    const result = (toolCallId: string) => ({ type: 'tool-result' as const, toolCallId, result: toolCallId });
    expect(read({ role: 'tool', content: [result('c1'), result('c2')] })).toEqual([
      { role: 'tool', content: 'c1', toolCallId: 'c1' },
      { role: 'tool', content: 'c2', toolCallId: 'c2' },
    ]);
  });
});
