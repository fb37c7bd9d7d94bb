import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { LocalServer } from '../../scripts/support/localServer.mts';
import { INPUT, OUTPUT, streamFormats, type Said } from './providerStreams';

/** What a provider does with a request: it answers, or refuses with an HTTP status. */
export type Answer = Said | { readonly status: number };

/** The wire format of each provider that n8n has a chat model for, by the path of its API. */
const formats: readonly (readonly [path: RegExp, body: (said: Said) => object])[] = [
  [/\/v1\/responses$/, openAiResponse],
  [/\/v1\/chat\/completions$/, chatCompletion],
  [/\/v1\/messages$/, anthropicMessage],
  [/:generateContent/, geminiContent],
  [/\/api\/chat$/, ollamaChat],
];

/**
 * A server on the loopback interface that speaks the APIs of several providers.
 *
 * @param answer decides what is said to a request, by the text of its body
 */
export function providersServer(answer: (request: string) => Answer): LocalServer {
  return new LocalServer((request, response) => {
    void serve(request, response, answer);
  });
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  answer: (request: string) => Answer,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const asked = await text(request);
  const answered = answer(asked);
  if ('status' in answered) {
    send(response, answered.status, refusal(answered.status, pathname));
    return;
  }
  const events = isStreamed(pathname, asked) ? formatFor(pathname, streamFormats) : undefined;
  const body = formatFor(pathname, formats);
  if (events) await sendEvents(response, events(answered), answered);
  else if (body) send(response, 200, body(answered));
  else send(response, 404, refusal(404, pathname));
}

/** Gemini's path says it. Ollama streams unless it is told not to; its client tells it nothing. */
function isStreamed(pathname: string, asked: string): boolean {
  return pathname.includes(':stream') || /"stream":\s*true/.test(asked);
}

function formatFor<Format>(
  pathname: string,
  all: readonly (readonly [path: RegExp, format: Format])[],
): Format | undefined {
  return all.find(([path]) => path.test(pathname))?.[1];
}

/** One that breaks lacks its last three events. */
async function sendEvents(
  response: ServerResponse,
  events: readonly string[],
  { breaks }: Said,
): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  for (const event of breaks ? events.slice(0, -3) : events) response.write(event);
  // What is written has left before the connection is cut.
  if (breaks) await setTimeout(20);
  if (breaks === 'reset') response.destroy();
  else response.end();
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'retry-after': '1' });
  response.end(`${JSON.stringify(body)}\n`);
}

/** An error in which each provider's client finds its words: Ollama says it in a text, all others in an object. */
function refusal(status: number, pathname: string): object {
  const message = `refused with ${String(status)}`;
  if (pathname.startsWith('/api/')) return { error: message };
  return { type: 'error', error: { type: 'some_error', code: status, message } };
}

function openAiResponse({ text: written, isCutOff }: Said): object {
  const content = [{ type: 'output_text', text: written, annotations: [] }];
  return {
    id: 'resp_1',
    object: 'response',
    created_at: 1,
    model: 'gpt-4o-mini',
    status: isCutOff ? 'incomplete' : 'completed',
    incomplete_details: isCutOff ? { reason: 'max_output_tokens' } : null,
    output: [{ type: 'message', id: 'msg_1', role: 'assistant', status: 'completed', content }],
    usage: { input_tokens: INPUT, output_tokens: OUTPUT, total_tokens: INPUT + OUTPUT },
  };
}

function chatCompletion({ text: written, isCutOff }: Said): object {
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1,
    model: 'openai/gpt-4o-mini',
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content: written },
        finish_reason: isCutOff ? 'length' : 'stop',
      },
    ],
    usage: { prompt_tokens: INPUT, completion_tokens: OUTPUT, total_tokens: INPUT + OUTPUT },
  };
}

function anthropicMessage({ text: written, isCutOff }: Said): object {
  return {
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    model: 'claude-haiku-4-5',
    content: [{ type: 'text', text: written }],
    stop_reason: isCutOff ? 'max_tokens' : 'end_turn',
    usage: { input_tokens: INPUT, output_tokens: OUTPUT },
  };
}

function geminiContent({ text: written, isCutOff }: Said): object {
  const content = { role: 'model', parts: [{ text: written }] };
  return {
    candidates: [{ index: 0, content, finishReason: isCutOff ? 'MAX_TOKENS' : 'STOP' }],
    usageMetadata: {
      promptTokenCount: INPUT,
      candidatesTokenCount: OUTPUT,
      totalTokenCount: INPUT + OUTPUT,
    },
  };
}

function ollamaChat({ text: written, isCutOff }: Said): object {
  return {
    model: 'llama3.2',
    created_at: '2026-01-01T00:00:00Z',
    message: { role: 'assistant', content: written },
    done: true,
    done_reason: isCutOff ? 'length' : 'stop',
    prompt_eval_count: INPUT,
    eval_count: OUTPUT,
  };
}
