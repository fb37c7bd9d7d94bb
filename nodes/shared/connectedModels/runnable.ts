import type { ToolDefinition } from '../../../core';
import { isRecord } from '../shape';

interface AskOptions {
  readonly signal: AbortSignal | undefined;
  /**
   * None: whoever asks from within a run of LangChain's, such as an agent that streams, would otherwise listen in, and
   * take the words and tool calls of a rejected draft for the answer. The model's own, which n8n logs by, stay.
   */
  readonly callbacks: readonly never[];
}

/** What is used of a chat model that n8n hands over. Its class belongs to n8n, so it is known by its shape alone. */
export interface Runnable {
  invoke(messages: unknown, options: AskOptions): Promise<unknown>;
}

/** One that also answers piece by piece. */
export interface StreamingRunnable extends Runnable {
  stream(messages: unknown, options: AskOptions): Promise<AsyncIterable<unknown>>;
}

interface ToolBinding extends Runnable {
  bindTools(tools: readonly object[]): unknown;
}

export function isRunnable(value: unknown): value is Runnable {
  return hasMethod(value, 'invoke');
}

export function isStreaming(model: Runnable): model is StreamingRunnable {
  return hasMethod(model, 'stream');
}

/** @throws {TypeError} when the model takes no tools */
export function withTools(model: Runnable, tools: readonly ToolDefinition[]): Runnable {
  if (!bindsTools(model)) throw new TypeError('The connected chat model cannot use tools');
  const bound = model.bindTools(tools.map((tool) => ({ type: 'function', function: tool })));
  if (!isRunnable(bound)) throw new TypeError('The connected chat model did not accept the tools');
  return bound;
}

/**
 * The same model, asked for the probabilities of its tokens; as it is, when it cannot be.
 *
 * The models of OpenAI's kind (`@langchain/openai` 1.4) keep one object for each of its APIs, and take no such wish but
 * as a field of the one for chat completions. That belongs to the user's model, which others may be asking at the same
 * time, so what is asked here is an heir of it, in which alone the field is set.
 */
export function withLogprobs(model: Runnable): Runnable {
  const completions: unknown = Reflect.get(model, 'completions');
  return isRecord(completions)
    ? heirOf(model, { completions: heirOf(completions, { logprobs: true }) })
    : model;
}

function heirOf<Parent extends object>(parent: Parent, fields: object): Parent {
  return Object.assign(Object.create(parent) as Parent, fields);
}

function bindsTools(model: Runnable): model is ToolBinding {
  return hasMethod(model, 'bindTools');
}

function hasMethod(value: unknown, name: string): boolean {
  return isRecord(value) && typeof value[name] === 'function';
}
