import { ChatModelError, faultOfStatus, retryAfterMs, type ChatModelFault } from '../../../core';
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
  const wait = retryAfterMs(firstOf(chain, retryAfterHeader), now);
  return new ChatModelError(messageOf(thrown, status), {
    fault: status === undefined ? faultWithoutStatus(chain) : faultOfStatus(status),
    cause: thrown,
    ...(status === undefined ? {} : { status }),
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
  });
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

function retryAfterHeader(error: Record<string, unknown>): string | undefined {
  const headers = recordIn(error, 'headers');
  if (headers instanceof Headers) return headers.get('retry-after') ?? undefined;
  return stringIn(headers, 'retry-after');
}

function faultWithoutStatus(chain: readonly Record<string, unknown>[]): ChatModelFault {
  const codes = chain.map((error) => stringIn(error, 'code') ?? '');
  if (codes.some((code) => networkCodes.has(code))) return 'network';
  const names = chain.map((error) => `${stringIn(error, 'name') ?? ''} ${stringIn(error, 'message') ?? ''}`);
  if (names.some((name) => /timed? ?out/i.test(name))) return 'timeout';
  if (names.some((name) => /connection error|fetch failed|socket/i.test(name))) return 'network';
  return names.some((name) => /json|unexpected token|unexpected end/i.test(name)) ? 'bad_reply' : 'rejected';
}

function messageOf(thrown: unknown, status: number | undefined): string {
  const { description, message } = asRecord(thrown);
  const words = [description, message].find((text) => typeof text === 'string' && text !== '');
  const said = typeof words === 'string' ? words : 'The model failed without a message';
  return status === undefined ? said : `status ${String(status)}: ${said}`;
}
