import type { HttpRequest, HttpResponse } from '../../http/http';
import { wholeError } from '../../http/wholeBody';
import { ChatModelError } from '../chatModelError';
import { isServed, reach, refused, type Provider } from './providerCall';

/** An answer whose body may still be on its way. */
export interface OpenAnswer {
  readonly response: HttpResponse;
  /** The body as it arrives; undefined from a host that does not stream. */
  readonly bytes: AsyncIterable<Uint8Array> | undefined;
}

/**
 * Posts, unless the request says otherwise, and does not wait for the body of the answer.
 *
 * @throws {ChatModelError} when the provider cannot be reached, or answers with a status other than 2xx; the bytes throw
 * it when they break off
 * @throws the reason of `signal` when the caller aborts
 */
export async function openAnswer(
  provider: Provider,
  request: Omit<HttpRequest, 'method' | 'stream'> & Partial<Pick<HttpRequest, 'method'>>,
): Promise<OpenAnswer> {
  const response = await reach(provider, { ...request, stream: true });
  const { body } = response;
  const bytes = isAsyncIterable(body) ? arriving(body, request.signal) : undefined;
  if (isServed(response)) return { response, bytes };
  const said = bytes ? await errorIn(bytes, request.signal) : body;
  throw refused(response, said, provider.clock.now());
}

/** A text as if it arrived. */
export async function* inOneChunk(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(new TextEncoder().encode(text));
}

/** The status counts, even when the rest of the error does not arrive. */
function errorIn(bytes: AsyncIterable<Uint8Array>, signal: AbortSignal | undefined): Promise<unknown> {
  return wholeError(bytes).catch(() => {
    signal?.throwIfAborted();
    return undefined;
  });
}

function isAsyncIterable(body: unknown): body is AsyncIterable<Uint8Array> {
  return typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
}

async function* arriving(
  body: AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of body) {
      signal?.throwIfAborted();
      yield chunk;
    }
    // Some hosts end the stream without a word when they are told to stop.
    signal?.throwIfAborted();
  } catch (cause) {
    signal?.throwIfAborted();
    throw brokenOff(cause);
  }
}

function brokenOff(cause: unknown): ChatModelError {
  return new ChatModelError('The connection to the model broke in the middle of its answer', {
    fault: 'network',
    cause,
  });
}
