import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { LocalServer } from '../support/localServer.mts';
import { answer, sendError, sendJson } from './answer.mts';
import type { Responder } from './behaviour.mts';
import { chatRequestSchema, type ModelRequest } from './request.mts';

/** A server on the loopback interface that speaks OpenAI's chat completions API and keeps what it was asked. */
export class ModelServer {
  readonly #http = new LocalServer((request, response) => {
    this.#serve(request, response).catch((error: unknown) => {
      sendError(response, 500, `The model server failed: ${String(error)}`);
    });
  });
  readonly #respond: Responder;
  readonly #models: readonly string[];
  #requests: ModelRequest[] = [];

  private constructor(respond: Responder, models: readonly string[]) {
    this.#respond = respond;
    this.#models = models;
  }

  /**
   * Starts one on a free port.
   * @param respond decides what happens to each chat completion request
   * @param models ids that `GET /v1/models` lists
   */
  static async start(respond: Responder, models: readonly string[] = []): Promise<ModelServer> {
    const server = new ModelServer(respond, models);
    await server.#http.listen();
    return server;
  }

  /** Base URL for a client, like `http://127.0.0.1:4010/v1`. */
  get url(): string {
    return `${this.#http.origin}/v1`;
  }

  /** Chat completion requests in the order they came. */
  get requests(): readonly ModelRequest[] {
    return this.#requests;
  }

  forgetRequests(): void {
    this.#requests = [];
  }

  /** Cuts what is open and frees the port. */
  stop(): Promise<void> {
    return this.#http.stop();
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = `${request.method ?? ''} ${request.url ?? ''}`;
    if (asked === 'GET /v1/models') {
      const data = this.#models.map((id) => ({ id, object: 'model', created: 0, owned_by: 'local' }));
      sendJson(response, 200, { object: 'list', data });
    } else if (asked === 'POST /v1/chat/completions') {
      await this.#complete(request, response);
    } else {
      sendError(response, 404, `There is no ${asked} here.`);
    }
  }

  async #complete(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = chatRequestSchema.safeParse(tryJson(await text(request)));
    if (!body.success) {
      sendError(response, 400, `Not a chat completion request: ${body.error.message}`);
      return;
    }
    const recorded = {
      body: body.data,
      headers: headersOf(request.headers),
      receivedAt: Date.now(),
      aborted: false,
    };
    this.#requests.push(recorded);
    const behaviour = this.#respond(recorded);
    if (behaviour.kind !== 'reset') {
      response.once('close', () => {
        recorded.aborted = !response.writableFinished;
      });
    }
    await answer(recorded.body, behaviour, response);
  }
}

function headersOf(headers: IncomingHttpHeaders): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
