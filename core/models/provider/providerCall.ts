import type { Http, HttpRequest, HttpResponse } from '../../http/http';
import { retryAfterMs } from '../../http/retryAfter';
import type { Clock } from '../../time/clock';
import { ChatModelError, faultOfStatus } from '../chatModelError';
import { refusalOf } from './refusal';

/** A model's provider: how to reach it, and the clock against which its dates are read. */
export interface Provider {
  readonly http: Http;
  readonly clock: Clock;
}

/**
 * Posts a body and gives back the body of the answer.
 *
 * @throws {ChatModelError} when the provider cannot be reached or answers with a status other than 2xx
 * @throws the reason of `signal` when the caller aborts
 */
export async function post(
  { http, clock }: Provider,
  request: Pick<HttpRequest, 'path' | 'body' | 'signal'>,
): Promise<unknown> {
  const response = await http({ method: 'POST', ...request }).catch((cause: unknown) => {
    request.signal?.throwIfAborted();
    throw new ChatModelError('The model could not be reached', { fault: 'network', cause });
  });
  if (response.status < 200 || response.status >= 300) throw refused(response, clock.now());
  return response.body;
}

function refused(response: HttpResponse, now: number): ChatModelError {
  const { status } = response;
  const { message, filtered } = refusalOf(response.body);
  const wait = retryAfterMs(response.header('retry-after'), now);
  const said = message === undefined ? '' : `: ${message}`;
  return new ChatModelError(`The model answered with status ${String(status)}${said}`, {
    fault: filtered ? 'content_filter' : faultOf(status),
    status,
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
  });
}

/** A redirect means that the API lives elsewhere. It is not followed, because the key would travel with it. */
function faultOf(status: number) {
  return status < 400 ? 'not_found' : faultOfStatus(status);
}
