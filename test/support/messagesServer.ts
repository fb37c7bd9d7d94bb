import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { LocalServer } from '../../scripts/support/localServer.mts';

/** What the server does with a request to `POST /v1/messages`. */
export type Answer =
  | {
      readonly kind: 'json';
      readonly status: number;
      readonly body: object;
      readonly headers?: Readonly<Record<string, string>>;
    }
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
    send(this.#answer(recorded), response);
  }
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
    case 'hang':
  }
}
