import type { ChatModel, ChatReply, ChatRequest } from '../../core/models/chatModel';

/** What a scripted model does when it is asked. */
export type Act = (request: ChatRequest) => Promise<ChatReply>;

/** Answers with a text that cost 100 input and 20 output tokens, unless told otherwise. */
export function says(text: string, more: Partial<ChatReply> = {}): Act {
  const usage = { inputTokens: 100, outputTokens: 20 };
  return () => Promise.resolve({ text, toolCalls: [], finishReason: 'stop', usage, ...more });
}

/** Answers without telling how many tokens that took. */
export function saysUncounted(text: string): Act {
  return () => Promise.resolve({ text, toolCalls: [], finishReason: 'stop' });
}

export function fails(error: Error): Act {
  return () => Promise.reject(error);
}

/** Never answers, and ends when it is told to. */
export const hangs: Act = ({ signal }) =>
  new Promise((_, reject) => {
    signal?.addEventListener('abort', () => {
      reject(new Error('The model stopped when told to'));
    });
  });

/** Never answers and never ends. */
export const ignoresTheSignal: Act = () => new Promise(() => undefined);

/** A model that does as told and keeps what it was asked. */
export class ScriptedModel implements ChatModel {
  readonly id?: string;
  readonly requests: ChatRequest[] = [];
  readonly #act: Act;

  constructor(act: Act, id?: string) {
    this.#act = act;
    if (id !== undefined) this.id = id;
  }

  complete(request: ChatRequest): Promise<ChatReply> {
    this.requests.push(request);
    return this.#act(request);
  }
}
