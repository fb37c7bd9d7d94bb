import { describe, expect, it } from '@jest/globals';
import { withImages } from '../../../nodes/CascadeChatModel/images';

/** Keeps the messages that it is given, as the model that n8n's SDK makes. */
class Adapter {
  readonly seen: unknown[] = [];
  bound: Adapter | undefined;

  _generate(messages: readonly unknown[], options: unknown) {
    this.seen.push(...messages, options);
    return 'generated';
  }

  _streamResponseChunks(messages: readonly unknown[]) {
    this.seen.push(...messages);
    return 'streamed';
  }

  bindTools() {
    this.bound = new Adapter();
    return this.bound;
  }
}

class HumanMessage {
  readonly id = 'm1';
  readonly content: unknown;

  constructor(content: unknown) {
    this.content = content;
  }
}

const url = 'data:image/png;base64,AQID';
const inOpenAisForm = [
  { type: 'text', text: 'Look:' },
  { type: 'image_url', image_url: { url } },
];
const readable = [
  { type: 'text', text: 'Look:' },
  { type: 'image', url },
];

describe('images in the form of OpenAI', () => {
  it('reach the model, generating and streaming', () => {
    const adapter = new Adapter();
    const message = new HumanMessage(inOpenAisForm);
    withImages(adapter);
    expect(adapter._generate([message], 'options')).toBe('generated');
    expect(adapter._streamResponseChunks([message])).toBe('streamed');
    expect(adapter.seen).toEqual([
      { id: 'm1', content: readable },
      'options',
      { id: 'm1', content: readable },
    ]);
    expect(adapter.seen[0]).toBeInstanceOf(HumanMessage);
    expect(message.content).toBe(inOpenAisForm);
  });

  it('reach the model that has been given tools', () => {
    const adapter = new Adapter();
    withImages(adapter);
    adapter.bindTools();
    adapter.bound?._generate([new HumanMessage([{ type: 'image_url', image_url: url }])], {});
    expect(adapter.bound?.seen[0]).toMatchObject({ content: [{ type: 'image', url }] });
  });

  it('leave messages without them alone', () => {
    const adapter = new Adapter();
    withImages(adapter);
    const message = new HumanMessage('Hello');
    adapter._generate([message], {});
    expect(adapter.seen[0]).toBe(message);
  });
});

it.each([undefined, null, 'model', { invoke: () => 'answer' }])('leaves %p alone', (model) => {
  expect(withImages(model)).toBe(model);
});
