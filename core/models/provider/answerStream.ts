import type { RateQuota } from '../../http/rateQuota';
import { serverSentEvents } from '../../http/serverSentEvents';
import { jsonOrText, wholeBody } from '../../http/wholeBody';
import { ChatModelError } from '../chatModelError';
import { inOneChunk, openAnswer } from './openAnswer';
import { quotaIn, requireAnswer, type Provider, type ProviderRequest } from './providerCall';

/** An answer in events, each the data of one; or whole, from a server or a host that does not stream. */
export type StreamedAnswer = { readonly quota: RateQuota | undefined } & (
  | { readonly kind: 'events'; readonly events: AsyncIterable<string> }
  | { readonly kind: 'whole'; readonly body: unknown }
);

/**
 * Posts a body and gives back the answer as it arrives.
 *
 * @throws {ChatModelError} when the provider cannot be reached, answers with a status other than 2xx, with an error, or
 * breaks off in the middle
 * @throws the reason of `signal` when the caller aborts
 */
export async function postForStream(provider: Provider, request: ProviderRequest): Promise<StreamedAnswer> {
  const { response, bytes } = await openAnswer(provider, request);
  const { body } = response;
  const quota = quotaIn(response, provider.clock.now());
  if (typeof body === 'string') return { kind: 'events', events: serverSentEvents(inOneChunk(body)), quota };
  if (bytes === undefined) return { kind: 'whole', body: requireAnswer(body), quota };
  return isJson(response.header('content-type'))
    ? { kind: 'whole', body: requireAnswer(await wholeBody(bytes)), quota }
    : { kind: 'events', events: serverSentEvents(bytes), quota };
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

function isJson(contentType: string | undefined): boolean {
  return /^application\/json\b/i.test(contentType ?? '');
}
