import {
  askedWaitMs,
  ChatModelError,
  faultNamed,
  faultOfStatus,
  namesLastingFault,
  quoteProvider,
  rateQuotaOf,
  type ChatModelFault,
} from '../../../core';
import { asRecord, isRecord, numberIn, recordIn, stringIn } from '../shape';

/** Codes of Node and undici for a connection that could not be made or did not last. */
const networkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
  'UND_ERR_SOCKET',
]);

/**
 * Reads what a chat model of n8n throws: n8n's own NodeApiError around the provider's error (status as text in
 * `httpCode`, the provider's words in `description`), or the provider's error itself.
 *
 * @param now milliseconds since the epoch
 */
export function chatModelErrorOf(thrown: unknown, now: number): ChatModelError {
  if (thrown instanceof ChatModelError) return thrown;
  const chain = causesOf(thrown);
  const status = firstOf(chain, statusOf);
  const header = (name: string) => firstOf(chain, (error) => headerIn(error, name));
  const wait = askedWaitMs(header, now);
  const quota = rateQuotaOf(header, now);
  const fault = status === undefined ? faultWithoutStatus(chain) : faultWithStatus(chain, status);
  const said = quoteProvider(wordsOf(thrown));
  return new ChatModelError(messageFor(fault, status, said), {
    fault,
    cause: thrown,
    ...(status === undefined ? {} : { status }),
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
    ...(quota ? { quota } : {}),
    ...(namesLastingFault(...namesIn(chain)) ? { lasts: true } : {}),
  });
}

/** What the clients say about an answer that they cannot read is about their own workings. */
function messageFor(fault: ChatModelFault, status: number | undefined, said: string): string {
  if (status !== undefined) return `status ${String(status)}: ${said}`;
  return fault === 'bad_reply' ? 'The model answered with something that is not a message' : said;
}

const DEEPEST_CAUSE = 5;

function causesOf(thrown: unknown): Record<string, unknown>[] {
  const chain: Record<string, unknown>[] = [];
  let current = thrown;
  while (isRecord(current) && chain.length < DEEPEST_CAUSE) {
    chain.push(current);
    current = current['cause'];
  }
  return chain;
}

function firstOf<Value>(
  chain: readonly Record<string, unknown>[],
  read: (error: Record<string, unknown>) => Value | undefined,
): Value | undefined {
  for (const error of chain) {
    const value = read(error);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Where clients keep the HTTP status: most in `status`, Ollama's and AWS's in places of their own, n8n as a text. */
function statusOf(error: Record<string, unknown>): number | undefined {
  const status =
    numberIn(error, 'status') ??
    numberIn(error, 'status_code') ??
    numberIn(recordIn(error, '$metadata'), 'httpStatusCode') ??
    Number(stringIn(error, 'httpCode') ?? Number.NaN);
  return status >= 400 && status < 600 ? status : undefined;
}

/** @param name in lower case */
function headerIn(error: Record<string, unknown>, name: string): string | undefined {
  const headers = recordIn(error, 'headers');
  return headers instanceof Headers ? (headers.get(name) ?? undefined) : stringIn(headers, name);
}

/** The status says it, unless it is 400, which stands for many things. */
function faultWithStatus(chain: readonly Record<string, unknown>[], status: number): ChatModelFault {
  return (status === 400 ? faultByName(chain) : undefined) ?? faultOfStatus(status);
}

/** Errors within a stream have no status, but the name that the provider gives them. */
function faultByName(chain: readonly Record<string, unknown>[]): ChatModelFault | undefined {
  return faultNamed(...namesIn(chain));
}

/** What errors call themselves. */
function namesIn(chain: readonly Record<string, unknown>[]): unknown[] {
  return chain.flatMap(bodiesIn).flatMap(({ code, type }) => [code, type]);
}

/** The error, and the provider's words that its client keeps in it: OpenAI's alone, Anthropic's with all around them. */
function bodiesIn(error: Record<string, unknown>): Record<string, unknown>[] {
  const body = recordIn(error, 'error');
  return [error, body, recordIn(body, 'error')];
}

function faultWithoutStatus(chain: readonly Record<string, unknown>[]): ChatModelFault {
  const codes = chain.map((error) => stringIn(error, 'code') ?? '');
  if (codes.some((code) => networkCodes.has(code))) return 'network';
  const named = faultByName(chain);
  if (named !== undefined) return named;
  const words = chain.map((error) => `${stringIn(error, 'name') ?? ''} ${stringIn(error, 'message') ?? ''}`);
  return wordings.find(([wording]) => words.some((said) => wording.test(said)))?.[1] ?? 'rejected';
}

/** How the clients of the providers word what has neither status nor code. */
const wordings: readonly (readonly [wording: RegExp, fault: ChatModelFault])[] = [
  [/timed? ?out/i, 'timeout'],
  [/connection error|fetch failed|socket|reading from the stream|response in stream/i, 'network'],
  // An answer without the parts that it must have makes them stumble.
  [/json|unexpected token|unexpected end|cannot read properties/i, 'bad_reply'],
];

/** n8n's own error has the words in its description; the clients' messages have them among others. */
function wordsOf(thrown: unknown): string {
  const error = asRecord(thrown);
  const words =
    stringIn(error, 'description') ??
    bodiesIn(error)
      .reverse()
      .map((body) => stringIn(body, 'message'))
      .find((message) => message !== undefined);
  return words?.replace(LINK, '') ?? 'The model failed without a message';
}

/** LangChain puts one to its documentation behind the words. */
const LINK = /\n\nTroubleshooting URL: .*\n*$/;
