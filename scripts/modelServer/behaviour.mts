import type { ModelRequest } from './request.mts';

/** Tokens a model says it has read and written. */
interface Usage {
  readonly inputTokens: number;
  readonly outputTokens: number;
}

export interface ToolCall {
  readonly id: string;
  readonly name: string;
  /** JSON text, as models send it. */
  readonly arguments: string;
}

/** A token of an answer and the natural logarithm of its probability. */
interface TokenLogProbability {
  readonly token: string;
  readonly logprob: number;
}

export interface Reply {
  readonly kind: 'reply';
  readonly text: string;
  /** Left out, the server reports no usage, as some do. */
  readonly usage?: Usage;
  /** `tool_calls` when there are any, else `stop`, when left out. */
  readonly finishReason?: 'stop' | 'length' | 'tool_calls' | 'content_filter';
  readonly toolCalls?: readonly ToolCall[];
  /** Sent only when the request asks for them. */
  readonly logprobs?: readonly TokenLogProbability[];
  /** Time before the first byte, in ms. */
  readonly delayMs?: number;
  /** Time between the chunks of a stream, in ms. */
  readonly chunkDelayMs?: number;
}

/** How an answer can go wrong after its first words. */
export type Break =
  /** The connection is cut. */
  | 'reset'
  /** The answer ends as if it were whole, without its last chunk. */
  | 'end'
  /** The stream sends an error in place of its next chunk. */
  | 'error'
  /** The stream sends JSON that breaks off, and goes on. */
  | 'garble'
  /** Nothing more comes. */
  | 'hang';

/** What the server does with a chat completion request. */
export type Behaviour =
  | Reply
  | {
      readonly kind: 'error';
      readonly status: number;
      readonly message: string;
      /** OpenAI's name for it; the one that goes with the status when left out. */
      readonly code?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Never answers. */
  | { readonly kind: 'hang' }
  /** Answers 200 with JSON that breaks off. */
  | { readonly kind: 'malformed' }
  /** Answers 200 with a page for people. */
  | { readonly kind: 'page' }
  /** Begins to answer with this text, and goes wrong before the end. */
  | { readonly kind: 'break'; readonly text: string; readonly how: Break }
  /** Answers 200 with no choice, or with one whose text is empty. */
  | { readonly kind: 'empty'; readonly missing: 'choices' | 'content' }
  /** Cuts the connection without an answer. */
  | { readonly kind: 'reset' };

/** Decides what happens to a request. */
export type Responder = (request: ModelRequest) => Behaviour;
