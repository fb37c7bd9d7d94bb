import type { ModelCall, ModelScript } from './testNodes';

export const QUESTION = 'What is the capital of France?';
export const REFUSAL = "I'm sorry, but I can't help with that.";

/** A message of 1000 input and 100 output tokens. */
export const reply = (content: string, more: object = {}) => ({
  content,
  usage_metadata: { input_tokens: 1000, output_tokens: 100 },
  response_metadata: { finish_reason: 'stop' },
  ...more,
});

/** A tool that a message calls, and with what. */
export type Calls = readonly (readonly [name: string, args: unknown])[];

export const calling = (...calls: Calls) =>
  reply('', {
    tool_calls: calls.map(([name, args], index) => ({ id: `${name}-${String(index)}`, name, args })),
    response_metadata: { finish_reason: 'tool_calls' },
  });

/** Each model says what is written for it. */
export const saying =
  (texts: Readonly<Record<string, string>>): ModelScript =>
  ({ model }) =>
    Promise.resolve(reply(texts[model] ?? ''));

export const failing: ModelScript = ({ model }) =>
  Promise.reject(Object.assign(new Error(`${model} is down`), { httpCode: '500' }));

/** Keeps the calls that a script is asked, in their order. */
export function recorded(script: ModelScript): { readonly script: ModelScript; readonly calls: ModelCall[] } {
  const calls: ModelCall[] = [];
  return {
    calls,
    script: (call) => {
      calls.push(call);
      return script(call);
    },
  };
}

export const queryOf = (call: ModelCall) => String(call.messages.at(-1)?.content);

/** The results of tools that a model is shown. */
export const resultsIn = ({ messages }: ModelCall) =>
  messages.filter(({ role }) => role === 'tool').map(({ content }) => String(content));
