import type { ChatModel, ChatReply, ChatRequest, ToolDefinition } from '../../../core';
import { chatModelErrorOf } from './fault';
import { runnableMessage } from './message';
import { replyOf } from './reply';
import { pricedId } from './seller';

/** What is used of a chat model that n8n hands over. Its class belongs to n8n, so it is known by its shape alone. */
interface Runnable {
  invoke(messages: unknown, options: { signal: AbortSignal | undefined }): Promise<unknown>;
}

/** A chat model of n8n, whatever its provider, behind the port of core. */
export class ConnectedModel implements ChatModel {
  /** The model's name at its provider, when its class tells it. */
  readonly modelName?: string;
  /** That name together with the seller, as the price table knows it. */
  readonly id?: string;
  readonly #runnable: Runnable;

  /**
   * @param nodeType of the sub-node that supplied the model
   * @throws {TypeError} when `model` is not a chat model
   */
  constructor(model: unknown, nodeType: string) {
    if (!isRunnable(model)) throw new TypeError('The connected sub-node is not a chat model');
    this.#runnable = model;
    const modelName = nameOf(model);
    if (modelName === undefined) return;
    this.modelName = modelName;
    this.id = pricedId(nodeType, modelName);
  }

  async complete({ messages, tools, signal }: ChatRequest): Promise<ChatReply> {
    const model = tools?.length ? withTools(this.#runnable, tools) : this.#runnable;
    try {
      const message = await model.invoke(messages.map(runnableMessage), { signal });
      return replyOf(message);
    } catch (error) {
      signal?.throwIfAborted();
      throw chatModelErrorOf(error, Date.now());
    }
  }
}

function isRunnable(value: unknown): value is Runnable {
  return (
    typeof value === 'object' && value !== null && 'invoke' in value && typeof value.invoke === 'function'
  );
}

/** OpenAI, Anthropic, Gemini and Ollama models say `model`, older ones `modelName`. */
function nameOf(model: object): string | undefined {
  const names: unknown[] = [
    'model' in model ? model.model : undefined,
    'modelName' in model ? model.modelName : undefined,
  ];
  return names.find((name): name is string => typeof name === 'string' && name !== '');
}

interface ToolBinding extends Runnable {
  bindTools(tools: readonly object[]): unknown;
}

function withTools(model: Runnable, tools: readonly ToolDefinition[]): Runnable {
  if (!bindsTools(model)) throw new TypeError('The connected chat model cannot use tools');
  const bound = model.bindTools(tools.map((tool) => ({ type: 'function', function: tool })));
  if (!isRunnable(bound)) throw new TypeError('The connected chat model did not accept the tools');
  return bound;
}

function bindsTools(model: Runnable): model is ToolBinding {
  return 'bindTools' in model && typeof model.bindTools === 'function';
}
