import type { ServerResponse } from 'node:http';
import { sleep } from '../support/time.mts';
import type { Behaviour, Break, Reply } from './behaviour.mts';
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
      sendError(response, behaviour.status, behaviour.message, behaviour);
      return;
    case 'hang':
      return;
    case 'malformed':
      await send(request, { whole: BROKEN_JSON, chunks: [BROKEN_JSON] }, response);
      return;
    case 'page':
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html><body>It works!</body></html>');
      return;
    case 'break':
      await sendBroken(request, behaviour, response);
      return;
    case 'empty':
      await sendEmpty(request, behaviour.missing, response);
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
  { headers = {}, code: name }: { headers?: Readonly<Record<string, string>>; code?: string } = {},
): void {
  for (const [header, value] of Object.entries(headers)) response.setHeader(header, value);
  sendJson(response, status, errorOf(status, message, name));
}

/** The body of such an error. @param name OpenAI's name for it; the one that goes with the status when left out */
export function errorOf(status: number, message: string, name?: string): object {
  const code = name ?? errorCodes.get(status) ?? (status < 500 ? 'invalid_request' : 'server_error');
  return { error: { message, type: code, param: null, code } };
}

const errorCodes: ReadonlyMap<number, string> = new Map([
  [401, 'invalid_api_key'],
  [404, 'model_not_found'],
  [429, 'rate_limit_exceeded'],
]);

async function sendReply(request: ChatRequest, reply: Reply, response: ServerResponse): Promise<void> {
  if (reply.delayMs !== undefined) await sleep(reply.delayMs);
  const chunks = chunksOf(request, reply).map((chunk) => JSON.stringify(chunk));
  await send(request, { whole: JSON.stringify(completionOf(request, reply)), chunks }, response, reply);
}

async function sendEmpty(
  request: ChatRequest,
  missing: 'choices' | 'content',
  response: ServerResponse,
): Promise<void> {
  const completion =
    missing === 'choices'
      ? { ...envelope('chat.completion', request.model), choices: [] }
      : completionOf(request, { kind: 'reply', text: '' });
  await send(request, { whole: JSON.stringify(completion), chunks: [] }, response);
}

/** Sends a whole answer, or its chunks as server-sent events when the request asks for a stream. */
async function send(
  request: ChatRequest,
  { whole, chunks }: { whole: string; chunks: readonly string[] },
  response: ServerResponse,
  { chunkDelayMs }: Pick<Reply, 'chunkDelayMs'> = {},
): Promise<void> {
  if (request.stream !== true) {
    response.writeHead(200, { 'content-type': 'application/json' }).end(whole);
    return;
  }
  startEvents(response);
  for (const data of [...chunks, '[DONE]']) {
    sendEvent(response, data);
    if (chunkDelayMs !== undefined) await sleep(chunkDelayMs);
  }
  response.end();
}

/** The answer that is not streamed breaks in the middle of its JSON, whatever is to go wrong. */
async function sendBroken(
  request: ChatRequest,
  { text, how }: { text: string; how: Break },
  response: ServerResponse,
): Promise<void> {
  const chunks = chunksOf(request, { kind: 'reply', text });
  const begun = chunks.slice(0, -1).map((chunk) => JSON.stringify(chunk));
  if (request.stream === true) {
    startEvents(response);
    for (const data of begun) sendEvent(response, data);
  } else {
    response.writeHead(200, { 'content-type': 'application/json' }).write(BROKEN_JSON);
  }
  // What is written has left before the connection is cut.
  await sleep(20);
  goWrong(how, response);
}

function goWrong(how: Break, response: ServerResponse): void {
  switch (how) {
    case 'reset':
      response.destroy();
      return;
    case 'end':
      response.end();
      return;
    case 'error':
      sendEvent(response, JSON.stringify({ error: { message: 'Overloaded', code: 503 } }));
      response.end();
      return;
    case 'garble':
      sendEvent(response, BROKEN_JSON);
      sendEvent(response, '[DONE]');
      response.end();
      return;
    case 'hang':
  }
}

function startEvents(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
}

function sendEvent(response: ServerResponse, data: string): void {
  response.write(`data: ${data}\n\n`);
}
