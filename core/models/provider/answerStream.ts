import { serverSentEvents } from '../../http/serverSentEvents';
import { jsonOrText, wholeBody, wholeError } from '../../http/wholeBody';
import { ChatModelError } from '../chatModelError';
import { isServed, reach, refused, requireAnswer, type Provider, type ProviderRequest } from './providerCall';

/** An answer in events, each the data of one; or whole, from a server or a host that does not stream. */
export type StreamedAnswer =
  | { readonly kind: 'events'; readonly events: AsyncIterable<string> }
  | { readonly kind: 'whole'; readonly body: unknown };

/**
 * Posts a body and gives back the answer as it arrives.
 *
 * @throws {ChatModelError} when the provider cannot be reached, answers with a status other than 2xx, with an error, or
 * breaks off in the middle
 * @throws the reason of `signal` when the caller aborts
 */
export async function postForStream(provider: Provider, request: ProviderRequest): Promise<StreamedAnswer> {
  const response = await reach(provider, { ...request, stream: true });
  const { body } = response;
  const bytes = isAsyncIterable(body) ? arriving(body, request.signal) : undefined;
  if (!isServed(response)) {
    const said = bytes ? await errorIn(bytes, request.signal) : body;
    throw refused(response, said, provider.clock.now());
  }
  if (typeof body === 'string') return { kind: 'events', events: serverSentEvents(inOneChunk(body)) };
  if (bytes === undefined) return { kind: 'whole', body: requireAnswer(body) };
  return isJson(response.header('content-type'))
    ? { kind: 'whole', body: requireAnswer(await wholeBody(bytes)) }
    : { kind: 'events', events: serverSentEvents(bytes) };
}

/**
 * Reads the data of an event.
 *
 * @throws {ChatModelError} when it is not JSON, or an error
 */
export function eventJson(data: string): unknown {
  const json = jsonOrText(data);
  if (typeof json === 'object') return requireAnswer(json);
  throw new ChatModelError('The model sent an event that is not JSON', { fault: 'bad_reply' });
}

/** What a stream fails with that ends before the answer does. */
export function endedEarly(): ChatModelError {
  return new ChatModelError('The answer of the model ended in the middle', { fault: 'network' });
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

async function* inOneChunk(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(new TextEncoder().encode(text));
}

function isJson(contentType: string | undefined): boolean {
  return /^application\/json\b/i.test(contentType ?? '');
}
