import {
  inOnePiece,
  type ChatModel,
  type ChatReply,
  type ChatRequest,
  type ChatStreamPart,
} from '../../../core';
import { chunksOf } from './chunksOf';
import { chatModelErrorOf } from './fault';
import { runnableMessage } from './message';
import { replyOf } from './reply';
import { replyStream } from './replyStream';
import { isRunnable, isStreaming, withLogprobs, withTools, type Runnable } from './runnable';
import { pricedId } from './seller';

/** A chat model of n8n, whatever its provider, behind the port of core. Its temperature is the sub-node's to set. */
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

  async complete(request: ChatRequest): Promise<ChatReply> {
    const { signal } = request;
    const model = this.#modelFor(request);
    try {
      return replyOf(await model.invoke(request.messages.map(runnableMessage), { signal, callbacks: [] }));
    } catch (error) {
      signal?.throwIfAborted();
      throw chatModelErrorOf(error, Date.now());
    }
  }

  /** In one piece, when the model does not stream. */
  async *stream(request: ChatRequest): AsyncGenerator<ChatStreamPart> {
    const { signal } = request;
    const model = this.#modelFor(request);
    if (!isStreaming(model)) {
      yield* inOnePiece(await this.complete(request));
      return;
    }
    try {
      yield* replyStream(chunksOf(model, request), signal);
    } catch (error) {
      signal?.throwIfAborted();
      throw chatModelErrorOf(error, Date.now());
    }
  }

  #modelFor({ tools, logprobs }: ChatRequest): Runnable {
    const model = tools?.length ? withTools(this.#runnable, tools) : this.#runnable;
    return logprobs ? withLogprobs(model) : model;
  }
}

/** OpenAI, Anthropic, Gemini and Ollama models say `model`, older ones `modelName`. */
function nameOf(model: object): string | undefined {
  const names: unknown[] = [
    'model' in model ? model.model : undefined,
    'modelName' in model ? model.modelName : undefined,
  ];
  return names.find((name): name is string => typeof name === 'string' && name !== '');
}
