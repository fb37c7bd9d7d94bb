import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { LocalServer } from '../../scripts/support/localServer.mts';
import { messageEvents, type MessageEvent, type StreamedMessage } from './messageEvents';

/** What the server does with a request to `POST /v1/messages`. */
export type Answer =
  | {
      readonly kind: 'json';
      readonly status: number;
      readonly body: object;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Streams the beginning of this message, and then sends an error, cuts the connection, or ends as if all was said. */
  | { readonly kind: 'break'; readonly message: Answer; readonly how: 'error' | 'reset' | 'end' }
  /** Answers 200 with JSON that breaks off. */
  | { readonly kind: 'malformed' }
  /** Never answers. */
  | { readonly kind: 'hang' };

export interface MessagesRequest {
  readonly headers: IncomingHttpHeaders;
  readonly body: Readonly<Record<string, unknown>>;
  /** Whether the caller hung up before the answer was complete. */
  readonly aborted: boolean;
}

const USAGE = { input_tokens: 1000, output_tokens: 100 };

/** A message of one text that cost 1000 input and 100 output tokens, unless told otherwise. */
export function message(written: string, more: object = {}): Answer {
  const content = [{ type: 'text', text: written }];
  const body = {
    type: 'message',
    role: 'assistant',
    content,
    stop_reason: 'end_turn',
    usage: USAGE,
    ...more,
  };
  return { kind: 'json', status: 200, body };
}

/** An error as Anthropic words it: https://docs.anthropic.com/en/api/errors */
export function refusal(
  status: number,
  said: string,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  const body = { type: 'error', error: { type: 'some_error', message: said } };
  return { kind: 'json', status, body, headers };
}

/** A server on the loopback interface that speaks Anthropic's Messages API and keeps what it was asked. */
export class MessagesServer {
  readonly #http = new LocalServer((request, response) => {
    void this.#serve(request, response);
  });
  readonly #answer: (request: MessagesRequest) => Answer;
  #requests: MessagesRequest[] = [];
  #paths: string[] = [];

  private constructor(answer: (request: MessagesRequest) => Answer) {
    this.#answer = answer;
  }

  /** Starts one on a free port. */
  static async start(answer: (request: MessagesRequest) => Answer): Promise<MessagesServer> {
    const server = new MessagesServer(answer);
    await server.#http.listen();
    return server;
  }

  /** Base URL for a client. */
  get url(): string {
    return `${this.#http.origin}/v1`;
  }

  /** In the order they came. */
  get requests(): readonly MessagesRequest[] {
    return this.#requests;
  }

  /** Of all requests, also of those that nothing is served for. */
  get paths(): readonly string[] {
    return this.#paths;
  }

  forgetRequests(): void {
    this.#requests = [];
    this.#paths = [];
  }

  /** Cuts what is open and frees the port. */
  stop(): Promise<void> {
    return this.#http.stop();
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = `${request.method ?? ''} ${request.url ?? ''}`;
    this.#paths.push(request.url ?? '');
    const written = await text(request);
    if (asked !== 'POST /v1/messages') {
      send(refusal(404, `There is no ${asked} here`), response);
      return;
    }
    const body = JSON.parse(written) as Record<string, unknown>;
    const recorded = { headers: request.headers, body, aborted: false };
    this.#requests.push(recorded);
    response.once('close', () => {
      recorded.aborted = !response.writableFinished;
    });
    const answer = this.#answer(recorded);
    if (body['stream'] === true) await stream(answer, response);
    else send(answer, response);
  }
}

/** What is refused is refused before a stream begins. */
async function stream(answer: Answer, response: ServerResponse): Promise<void> {
  if (answer.kind === 'break') {
    sendEvents(eventsOf(answer.message).slice(0, -2), response);
    // What is written has left before the connection is cut.
    await setTimeout(20);
    if (answer.how === 'error') sendEvents([overloaded], response);
    if (answer.how === 'reset') response.destroy();
    else response.end();
  } else if (answer.kind === 'json' && answer.status === 200) {
    sendEvents(eventsOf(answer), response);
    response.end();
  } else {
    send(answer, response);
  }
}

const overloaded = { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } };

function eventsOf(answer: Answer): MessageEvent[] {
  if (answer.kind !== 'json') throw new TypeError('Only a message can be streamed');
  return messageEvents(answer.body as StreamedMessage);
}

function sendEvents(events: readonly MessageEvent[], response: ServerResponse): void {
  if (!response.headersSent) response.writeHead(200, { 'content-type': 'text/event-stream' });
  for (const event of events) response.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
}

function send(answer: Answer, response: ServerResponse): void {
  switch (answer.kind) {
    case 'json':
      response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
      response.end(JSON.stringify(answer.body));
      return;
    case 'malformed':
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end('{"type":"message","content":[{"ty');
      return;
    case 'break':
    case 'hang':
  }
}
