import type { Http, HttpRequest, HttpResponse } from '../../http/http';
import { rateQuotaOf, type RateQuota } from '../../http/rateQuota';
import { askedWaitMs } from '../../http/retryAfter';
import type { Clock } from '../../time/clock';
import { ChatModelError, faultOfStatus, type ChatModelFault } from '../chatModelError';
import { errorWithin, refusalOf, type Refusal } from './refusal';

/** A model's provider: how to reach it, and the clock against which its dates are read. */
export interface Provider {
  readonly http: Http;
  readonly clock: Clock;
}

export type ProviderRequest = Pick<HttpRequest, 'path' | 'body' | 'signal'>;

/**
 * Posts a body and gives back the body of the answer.
 *
 * @throws {ChatModelError} when the provider cannot be reached, answers with a status other than 2xx, or with an error
 * @throws the reason of `signal` when the caller aborts
 */
export async function post(provider: Provider, request: ProviderRequest): Promise<unknown> {
  const { body } = await postForAnswer(provider, request);
  return body;
}

/** What a provider answers, and what it still allows. */
export interface ProviderAnswer {
  readonly body: unknown;
  readonly quota: RateQuota | undefined;
}

/** As {@link post}, with what the headers of the answer say. */
export async function postForAnswer(provider: Provider, request: ProviderRequest): Promise<ProviderAnswer> {
  const response = await reach(provider, request);
  const now = provider.clock.now();
  if (!isServed(response)) throw refused(response, response.body, now);
  return { body: requireAnswer(response.body), quota: quotaIn(response, now) };
}

/** @param now milliseconds since the epoch */
export function quotaIn(response: HttpResponse, now: number): RateQuota | undefined {
  return rateQuotaOf((name) => response.header(name), now);
}

/**
 * Posts, unless the request says otherwise.
 *
 * @throws {ChatModelError} when there is no answer
 * @throws the reason of the request's signal when the caller aborts
 */
export function reach(
  { http }: Provider,
  request: Omit<HttpRequest, 'method'> & Partial<Pick<HttpRequest, 'method'>>,
): Promise<HttpResponse> {
  return http({ method: 'POST', ...request }).catch((cause: unknown) => {
    request.signal?.throwIfAborted();
    throw new ChatModelError('The model could not be reached', { fault: 'network', cause });
  });
}

export function isServed({ status }: HttpResponse): boolean {
  return status >= 200 && status < 300;
}

/** @param body of the answer, read whole */
export function refused(response: HttpResponse, body: unknown, now: number): ChatModelError {
  const { status } = response;
  const refusal = refusalOf(body);
  const wait = askedWaitMs((name) => response.header(name), now);
  const quota = quotaIn(response, now);
  return new ChatModelError(saying(`The model answered with status ${String(status)}`, refusal), {
    fault: faultOfAnswer(status, refusal),
    status,
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
    ...(quota ? { quota } : {}),
    ...(refusal.lasts ? { lasts: true } : {}),
  });
}

/**
 * Gives back the body of an answer with status 2xx, or an event of one.
 *
 * @throws {ChatModelError} when it is an error all the same, as gateways send it that have already promised an answer
 */
export function requireAnswer(body: unknown): unknown {
  const refusal = errorWithin(body);
  if (!refusal) return body;
  const { fault = 'server', status, lasts = false } = refusal;
  throw new ChatModelError(saying('The model answered with an error', refusal), {
    fault,
    lasts,
    ...(status === undefined ? {} : { status }),
  });
}

function saying(what: string, { message }: Refusal): string {
  return message === undefined ? what : `${what}: ${message}`;
}

/** The status says it, unless it is 400, which stands for many things. */
function faultOfAnswer(status: number, { fault }: Refusal): ChatModelFault {
  if (status === 400 && fault !== undefined) return fault;
  // A redirect means that the API lives elsewhere. It is not followed, because the key would travel with it.
  return status < 400 ? 'not_found' : faultOfStatus(status);
}
