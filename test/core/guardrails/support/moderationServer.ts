import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'zod/v3';
import { LocalServer } from '../../../../scripts/support/localServer.mts';

const request = z.object({ model: z.string(), input: z.array(z.string()) }).strict();

export type ModerationRequest = z.infer<typeof request>;

/** What the server does with a request. */
export type Behaviour =
  | { readonly kind: 'answer'; readonly body: unknown }
  | { readonly kind: 'error'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  | { readonly kind: 'hang' }
  | { readonly kind: 'reset' };

/** A server on the loopback interface that has OpenAI's moderation endpoint and keeps what it was asked. */
export class ModerationServer {
  readonly requests: ModerationRequest[] = [];
  /** The most requests that were open at the same time. */
  mostOpen = 0;
  #open = 0;
  readonly #http = new LocalServer((incoming, response) => {
    void this.#serve(incoming, response);
  });
  readonly #respond: (request: ModerationRequest, attempt: number) => Behaviour;

  constructor(respond: (request: ModerationRequest, attempt: number) => Behaviour) {
    this.#respond = respond;
  }

  /** Base URL for a client. */
  async listen(): Promise<string> {
    await this.#http.listen();
    return `${this.#http.origin}/v1`;
  }

  stop(): Promise<void> {
    return this.#http.stop();
  }

  async #serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    this.#open += 1;
    this.mostOpen = Math.max(this.mostOpen, this.#open);
    response.once('close', () => {
      this.#open -= 1;
    });
    const asked = request.safeParse(JSON.parse(await text(incoming)));
    if (incoming.url !== '/v1/moderations' || !asked.success) {
      response.writeHead(404).end();
      return;
    }
    this.requests.push(asked.data);
    behave(this.#respond(asked.data, this.requests.length), response);
  }
}

function behave(behaviour: Behaviour, response: ServerResponse): void {
  switch (behaviour.kind) {
    case 'answer':
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(behaviour.body));
      return;
    case 'error':
      response
        .writeHead(behaviour.status, { 'content-type': 'application/json', ...behaviour.headers })
        .end(JSON.stringify({ error: { message: 'Because of this.' } }));
      return;
    case 'hang':
      return;
    case 'reset':
      response.destroy();
  }
}

const NAMES = [
  'harassment',
  'harassment/threatening',
  'hate',
  'hate/threatening',
  'illicit',
  'illicit/violent',
  'self-harm',
  'self-harm/instructions',
  'self-harm/intent',
  'sexual',
  'sexual/minors',
  'violence',
  'violence/graphic',
];

/** One result as the endpoint gives it, with nothing in it but what is said. */
export function moderationResult(
  scores: Readonly<Record<string, number>>,
  flagged: readonly string[] = [],
): object {
  return {
    flagged: flagged.length > 0,
    categories: Object.fromEntries(NAMES.map((name) => [name, flagged.includes(name)])),
    category_scores: Object.fromEntries(NAMES.map((name) => [name, scores[name] ?? 0])),
    category_applied_input_types: Object.fromEntries(NAMES.map((name) => [name, ['text']])),
  };
}

/** The whole answer to a request. */
export function moderationResponse(results: readonly unknown[]): object {
  return { id: 'modr-1', model: 'omni-moderation-latest', results };
}
