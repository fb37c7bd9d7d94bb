import type { ServerResponse } from 'node:http';
import { sleep } from '../support/time.mts';
import type { Behaviour, Reply } from './behaviour.mts';
import { chunksOf, completionOf, envelope } from './completion.mts';
import type { ChatRequest } from './request.mts';

/** Behaves as told towards one chat completion request. */
export async function answer(
  request: ChatRequest,
  behaviour: Behaviour,
  response: ServerResponse,
): Promise<void> {
  switch (behaviour.kind) {
    case 'reply':
      await sendReply(request, behaviour, response);
      return;
    case 'error':
      sendError(response, behaviour.status, behaviour.message, behaviour.headers);
      return;
    case 'hang':
      return;
    case 'malformed':
      send(request, BROKEN_JSON, [BROKEN_JSON], response);
      return;
    case 'empty':
      sendEmpty(request, behaviour.missing, response);
      return;
    case 'reset':
      response.destroy();
  }
}

const BROKEN_JSON = '{"id":"chatcmpl-local","choices":[{"message":{"role":"assist';

export function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** An error in the shape OpenAI gives it: https://platform.openai.com/docs/guides/error-codes */
export function sendError(
  response: ServerResponse,
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  const code = errorCodes.get(status) ?? (status < 500 ? 'invalid_request' : 'server_error');
  sendJson(response, status, { error: { message, type: code, param: null, code } });
}

const errorCodes: ReadonlyMap<number, string> = new Map([
  [401, 'invalid_api_key'],
  [404, 'model_not_found'],
  [429, 'rate_limit_exceeded'],
]);

async function sendReply(request: ChatRequest, reply: Reply, response: ServerResponse): Promise<void> {
  if (reply.delayMs !== undefined) await sleep(reply.delayMs);
  const chunks = chunksOf(request, reply).map((chunk) => JSON.stringify(chunk));
  send(request, JSON.stringify(completionOf(request, reply)), chunks, response);
}

function sendEmpty(request: ChatRequest, missing: 'choices' | 'content', response: ServerResponse): void {
  const completion =
    missing === 'choices'
      ? { ...envelope('chat.completion', request.model), choices: [] }
      : completionOf(request, { kind: 'reply', text: '' });
  send(request, JSON.stringify(completion), [], response);
}

/** Sends a whole answer, or its chunks as server-sent events when the request asks for a stream. */
function send(
  request: ChatRequest,
  whole: string,
  chunks: readonly string[],
  response: ServerResponse,
): void {
  if (request.stream !== true) {
    response.writeHead(200, { 'content-type': 'application/json' }).end(whole);
    return;
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  for (const data of [...chunks, '[DONE]']) response.write(`data: ${data}\n\n`);
  response.end();
}
