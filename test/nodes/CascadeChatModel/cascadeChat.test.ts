import { describe, expect, it } from '@jest/globals';
import type { FunctionTool, Message, StreamChunk } from '@n8n/ai-node-sdk';
import type { ChatModel, ToolCall } from '../../../core';
import { fails, hangs, says, ScriptedModel } from '../../support/scriptedModel';
import { chatOf } from './support/chatOf';

const question: Message[] = [
  { role: 'user', content: [{ type: 'text', text: 'What is the capital of France?' }] },
];
const REFUSAL = "I'm sorry, but I can't help with that.";

const refusing = () => new ScriptedModel(says(REFUSAL));
const answering = () => new ScriptedModel(says('Paris, on the Seine.'));

const add: FunctionTool = {
  type: 'function',
  name: 'add',
  description: 'Adds numbers',
  inputSchema: {
    type: 'object',
    properties: { a: { type: 'number' }, b: { type: 'number' } },
    required: ['a', 'b'],
    additionalProperties: false,
  },
};

const calling = (...toolCalls: ToolCall[]) =>
  new ScriptedModel(says('', { toolCalls, finishReason: 'tool_calls' }));
const call = (written: string, name = 'add'): ToolCall => ({ id: 'c1', name, arguments: written });

async function all(stream: AsyncIterable<StreamChunk>): Promise<StreamChunk[]> {
  const chunks: StreamChunk[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return chunks;
}

/** Streams its words. */
function streaming(...words: string[]): ChatModel {
  const model = answering();
  return {
    complete: (request) => model.complete(request),
    async *stream() {
      for (const text of words) yield { type: 'text', text };
      const reply = await says(words.join(''))({ messages: [] });
      yield { type: 'end', reply };
    },
  };
}

describe('a whole answer', () => {
  it('has the text, the tokens of all attempts and what the cascade decided', async () => {
    const { chat } = chatOf([refusing(), answering()]);
    expect(await chat.generate(question)).toMatchObject({
      message: { role: 'assistant', content: [{ type: 'text', text: 'Paris, on the Seine.' }] },
      finishReason: 'stop',
      usage: { promptTokens: 200, completionTokens: 40, totalTokens: 240 },
      providerMetadata: { cascade: { modelUsed: 'large', escalated: true } },
    });
  });

  it.each([
    ['stop', 'stop'],
    ['length', 'length'],
    ['unknown', 'other'],
  ] as const)('that ended with %s says %s', async (finishReason, said) => {
    const large = new ScriptedModel(says('Paris, on the Seine.', { finishReason }));
    expect((await chatOf([refusing(), large]).chat.generate(question)).finishReason).toBe(said);
  });
});

describe('a stream', () => {
  it('gives the last model word by word, and nothing of a rejected draft', async () => {
    const { chat } = chatOf([refusing(), streaming('Paris, ', 'on the Seine.')]);
    expect(await all(chat.stream(question))).toEqual([
      { type: 'text-delta', delta: 'Paris, ' },
      { type: 'text-delta', delta: 'on the Seine.' },
      {
        type: 'finish',
        finishReason: 'stop',
        usage: { promptTokens: 200, completionTokens: 40, totalTokens: 240 },
      },
    ]);
  });

  it('gives calls of tools, each with an id of its own', async () => {
    const small = calling(call('{"a": 1, "b": 2}'), { ...call('{"a": 3, "b": 4}'), id: 'c2' });
    const chat = chatOf([small, answering()]).chat.withTools([add]);
    expect(await all(chat.stream(question))).toMatchObject([
      { type: 'tool-call-delta', id: 'c1', name: 'add', argumentsDelta: '{"a": 1, "b": 2}' },
      { type: 'tool-call-delta', id: 'c2', name: 'add', argumentsDelta: '{"a": 3, "b": 4}' },
      { type: 'finish', finishReason: 'tool-calls' },
    ]);
  });

  it('that nobody reads any more stops the model', async () => {
    const stopped: boolean[] = [];
    const endless: ChatModel = {
      ...streaming(),
      async *stream({ signal }) {
        signal?.addEventListener('abort', () => stopped.push(true));
        for (;;) yield await Promise.resolve({ type: 'text', text: 'and so on ' });
      },
    };
    const { chat, runs } = chatOf([refusing(), endless]);
    for await (const chunk of chat.stream(question)) if (chunk.type === 'text-delta') break;
    expect(stopped).toEqual([true]);
    await new Promise(setImmediate);
    expect(runs).toMatchObject([{ output: expect.any(Error) }]);
  });
});

describe('tools', () => {
  it('are offered to the models, by those only that were given them', async () => {
    const small = calling(call('{"a": 1, "b": 2}'));
    const { chat } = chatOf([small, answering()]);
    const { message } = await chat.withTools([add]).generate(question);
    expect(message.content).toEqual([
      { type: 'tool-call', toolCallId: 'c1', toolName: 'add', input: '{"a": 1, "b": 2}' },
    ]);
    const { name, description, inputSchema: parameters } = add;
    expect(small.requests[0]?.tools).toEqual([{ name, description, parameters }]);
    await chat.generate(question);
    expect(small.requests[1]?.tools ?? []).toEqual([]);
  });

  it.each([
    ['of a tool that there is not', call('{"a": 1, "b": 2}', 'divide')],
    ['with arguments that are no JSON', call('{"a": 1')],
    ['with arguments that do not fit', call('{"a": "one", "b": 2}')],
  ])('called by a draft %s are left to the last model', async (_, wrong) => {
    const { chat } = chatOf([calling(wrong), calling(call('{"a": 1, "b": 2}'))]);
    const { message, providerMetadata } = await chat.withTools([add]).generate(question);
    expect(message.content).toMatchObject([{ type: 'tool-call', input: '{"a": 1, "b": 2}' }]);
    expect(providerMetadata).toMatchObject({ cascade: { modelUsed: 'large', escalated: true } });
  });

  it('called by the last model in a way that does not work are not run', async () => {
    const { chat } = chatOf([refusing(), calling(call('{"a": 1'))]);
    await expect(chat.withTools([add]).generate(question)).rejects.toMatchObject({
      message: 'The last model of the cascade called a tool in a way that does not work',
      description: expect.stringMatching(/^It may work when it is tried again: the arguments of "add"/),
    });
  });

  it('that a provider runs are refused', async () => {
    const { chat } = chatOf([refusing(), answering()]);
    const searching = chat.withTools([{ type: 'provider', name: 'web_search' }]);
    await expect(searching.generate(question)).rejects.toThrow('The tool web_search is run by a provider');
  });
});

describe('a signal', () => {
  it.each(['signal', 'abortSignal'])('given as %s ends the answer', async (name) => {
    const stop = new AbortController();
    const { chat } = chatOf([new ScriptedModel(hangs), answering()]);
    const answer = chat.generate(question, { [name]: stop.signal });
    stop.abort(new Error('No longer needed'));
    await expect(answer).rejects.toThrow('No longer needed');
  });

  it('of the execution ends the answer', async () => {
    const stop = new AbortController();
    const { chat } = chatOf([new ScriptedModel(hangs), answering()], { signal: stop.signal });
    const answer = chat.generate(question);
    stop.abort(new Error('The execution was cancelled'));
    await expect(answer).rejects.toThrow('The execution was cancelled');
  });
});

/** What stands above each answer. */
const DECISION: unknown = [{ text: expect.stringContaining(' answered · ') }];

describe('the log', () => {
  it('has what was asked, answered and decided', async () => {
    const { chat, runs } = chatOf([refusing(), answering()]);
    const system: Message = { role: 'system', content: [{ type: 'text', text: 'Be brief.' }] };
    await chat.generate([system, ...question]);
    expect(runs).toMatchObject([
      {
        input: [[{ json: { messages: ['System: Be brief.\nHuman: What is the capital of France?'] } }]],
        output: [
          [
            {
              json: {
                response: {
                  generations: [
                    [
                      {
                        text: expect.stringMatching(
                          /^large answered · escalated: .+ · confidence 0\.\d\d of 0\.\d\d · cost /,
                        ),
                      },
                    ],
                    [{ text: 'Paris, on the Seine.' }],
                  ],
                },
                tokenUsage: { totalTokens: 240 },
                cascade: { modelUsed: 'large', attempts: [{ model: 'small' }, { model: 'large' }] },
              },
            },
          ],
        ],
      },
    ]);
  });

  it('has the calls of tools', async () => {
    const { chat, runs } = chatOf([calling(call('{"a": 1, "b": 2}')), answering()]);
    const asked: Message = {
      role: 'assistant',
      content: [{ type: 'tool-call', toolCallId: 'c0', toolName: 'add', input: '{}' }],
    };
    const told: Message = {
      role: 'tool',
      content: [{ type: 'tool-result', toolCallId: 'c0', result: 'What shall I add?' }],
    };
    await chat.withTools([add]).generate([...question, asked, told]);
    expect(runs).toMatchObject([
      {
        input: [[{ json: { messages: [expect.stringContaining('AI: add({})\nTool: What shall I add?')] } }]],
        output: [[{ json: { response: { generations: [DECISION, [{ toolCalls: [{ name: 'add' }] }]] } } }]],
      },
    ]);
  });

  it('leaves the tokens to models that have a log of their own', async () => {
    const { chat, runs } = chatOf([answering(), answering()], { countsTokens: false });
    await chat.generate(question);
    expect(runs).toMatchObject([{ output: [[{ json: { cascade: { attempts: [{ inputTokens: 100 }] } } }]] }]);
    expect(JSON.stringify(runs)).not.toContain('tokenUsage');
  });

  it('has a failure, and what it cost', async () => {
    const { chat, runs } = chatOf([refusing(), new ScriptedModel(fails(new Error('down')))]);
    const failure = {
      message: 'No model of the cascade gave an answer',
      description: expect.stringContaining('down'),
    };
    await expect(chat.generate(question)).rejects.toMatchObject(failure);
    expect(runs).toMatchObject([
      {
        output: {
          ...failure,
          context: { cascade: { attempts: [{ model: 'small', inputTokens: 100 }, { model: 'large' }] } },
        },
      },
    ]);
  });

  it('keeps calls apart that are made at the same time', async () => {
    const echoing = new ScriptedModel((request) =>
      says(`Paris ${String(request.messages.length)}.`)(request),
    );
    const { chat, runs } = chatOf([echoing, answering()]);
    await Promise.all([chat.generate(question), chat.generate([...question, ...question])]);
    expect(runs).toMatchObject([
      { output: [[{ json: { response: { generations: [DECISION, [{ text: 'Paris 1.' }]] } } }]] },
      { output: [[{ json: { response: { generations: [DECISION, [{ text: 'Paris 2.' }]] } } }]] },
    ]);
  });
});
