import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { LocalServer } from '../support/localServer.mts';
import { answer, sendError, sendJson } from './answer.mts';
import type { Responder } from './behaviour.mts';
import { AnthropicDesk } from './jobs/anthropicDesk.mts';
import { JobHouse, type JobRuler } from './jobs/jobHouse.mts';
import type { SubmittedJob } from './jobs/jobRules.mts';
import { OpenAiDesk } from './jobs/openAiDesk.mts';
import { chatRequestSchema, headersOf, type ModelRequest } from './request.mts';

export interface ModelServerOptions {
  /** Decides what becomes of each job of the batch API; without it the server has no batch API. */
  readonly jobs?: JobRuler;
  /** The key that every request has to bring, as `Authorization: Bearer` or `x-api-key`; none when left out. */
  readonly apiKey?: string;
}

/**
 * A server on the loopback interface that speaks OpenAI's chat completions API and keeps what it was asked.
 *
 * With `jobs` it has OpenAI's and Anthropic's batch API as well, and answers the requests of a job as it answers others:
 *
 *     let rules: JobRules = {};
 *     const server = await ModelServer.start(respond, [], { jobs: () => rules });
 *     rules = { endsAtLook: 3 };                                              // the third look finds it done
 *     rules = { ending: 'expired', answeredBefore: 2 };                       // the others have expired
 *     rules = { refusals: [{ at: 'upload', status: 404 }] };                  // no batch API here
 *     rules = { rewrite: ([first = '', ...rest]) => [first, first, ...rest] } // a custom id that stands twice
 *     server.jobs[0]?.requests                                                // what it was asked to do
 */
export class ModelServer {
  readonly #http = new LocalServer((request, response) => {
    this.#serve(request, response).catch((error: unknown) => {
      sendError(response, 500, `The model server failed: ${String(error)}`);
    });
  });
  readonly #respond: Responder;
  readonly #models: readonly string[];
  readonly #apiKey: string | undefined;
  readonly #jobs: JobHouse | undefined;
  readonly #desks: readonly (OpenAiDesk | AnthropicDesk)[];
  #requests: ModelRequest[] = [];

  private constructor(respond: Responder, models: readonly string[], { apiKey, jobs }: ModelServerOptions) {
    this.#respond = respond;
    this.#models = models;
    this.#apiKey = apiKey;
    this.#jobs = jobs && new JobHouse(respond, jobs);
    this.#desks = this.#jobs ? [new OpenAiDesk(this.#jobs), new AnthropicDesk(this.#jobs)] : [];
  }

  /**
   * Starts one on a free port.
   * @param respond decides what happens to each chat completion request
   * @param models ids that `GET /v1/models` lists
   */
  static async start(
    respond: Responder,
    models: readonly string[] = [],
    options: ModelServerOptions = {},
  ): Promise<ModelServer> {
    const server = new ModelServer(respond, models, options);
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

  /** The jobs of both batch APIs, in the order in which they were submitted. */
  get jobs(): readonly SubmittedJob[] {
    return this.#jobs?.jobs ?? [];
  }

  /** Forgets the jobs as well. */
  forgetRequests(): void {
    this.#requests = [];
    this.#jobs?.forget();
  }

  /** Cuts what is open and frees the port. */
  stop(): Promise<void> {
    return this.#http.stop();
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = `${request.method ?? ''} ${request.url ?? ''}`;
    if (!this.#admits(request)) {
      sendError(response, 401, 'Incorrect API key provided.');
    } else if (asked === 'GET /v1/models') {
      const data = this.#models.map((id) => ({ id, object: 'model', created: 0, owned_by: 'local' }));
      sendJson(response, 200, { object: 'list', data });
    } else if (asked === 'POST /v1/chat/completions') {
      await this.#complete(request, response);
    } else if (!(await this.#serveJobs(request, response))) {
      sendError(response, 404, `There is no ${asked} here.`);
    }
  }

  #admits({ headers }: IncomingMessage): boolean {
    if (this.#apiKey === undefined) return true;
    return headers.authorization === `Bearer ${this.#apiKey}` || headers['x-api-key'] === this.#apiKey;
  }

  async #serveJobs(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    for (const desk of this.#desks) if (await desk.serve(request, response)) return true;
    return false;
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

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
