import type { IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';
import { wholeError, type Http, type HttpResponse } from '../../../core';
import { eitherOf, readUntilLeft } from '../readUntilLeft';
import type { ModelContext } from '../modelContext';
import { concealed } from './concealed';
import { CREDENTIAL, type LlmApi } from './llmApi';

/** n8n gives up after five minutes by itself; how long a model may take is the cascade's to say. */
const NO_TIMEOUT = 0;

/** Reaches a provider through n8n, which signs each request with the credential and keeps the key to itself. */
export function credentialHttp(context: ModelContext, api: LlmApi): Http {
  return async ({ method, path, body, form, stream = false, signal }) => {
    const left = new AbortController();
    const caller = callerWith(context, api, stream ? eitherOf(left, signal) : signal);
    const answer: unknown = await context.helpers.httpRequestWithAuthentication.call(caller, CREDENTIAL, {
      method,
      url: urlOf(api.baseUrl, path),
      ...bodyOf(form ?? body),
      json: true,
      ...(stream ? { encoding: 'stream' } : {}),
      returnFullResponse: true,
      ignoreHttpStatusErrors: true,
      // The key must not follow a redirect to another host.
      disableFollowRedirect: true,
      timeout: NO_TIMEOUT,
    });
    return await responseOf(answer as IN8nHttpFullResponse, api, left);
  };
}

/**
 * The context as n8n's helper is to see it (n8n-core 2.40, `httpRequestWithAuthentication`): the helper asks it for the
 * credential without saying for which item, and for the signal that ends the request, whatever signal the request brings.
 */
function callerWith(
  context: ModelContext,
  { secrets }: LlmApi,
  signal: AbortSignal | undefined,
): ModelContext {
  return Object.assign(Object.create(context) as ModelContext, {
    getCredentials: () => Promise.resolve(secrets),
    getExecutionCancelSignal: () => signal,
  });
}

/** Keeps a query such as `?api-version=...` behind the path. */
function urlOf(baseUrl: URL, path: string): string {
  const url = new URL(baseUrl);
  url.pathname = `${url.pathname.replace(/\/+$/, '')}${path}`;
  return url.href;
}

/** A form of the web platform is passed on to axios as it is, which sends its files piece by piece. */
function bodyOf(body: unknown): Pick<IHttpRequestOptions, 'body'> {
  return typeof body === 'object' && body !== null ? { body } : {};
}

async function responseOf(
  { statusCode, headers, body: sent }: IN8nHttpFullResponse,
  { secrets }: LlmApi,
  left: AbortController,
): Promise<HttpResponse> {
  const body: unknown = isStream(sent) ? readUntilLeft(sent, left) : sent;
  return {
    status: statusCode,
    header: (name) => {
      const value = headers[name];
      return typeof value === 'string' ? value : undefined;
    },
    body: statusCode >= 400 ? concealed(isStream(body) ? await wholeError(body) : body, secrets) : body,
  };
}

/** n8n gives a stream of Node. */
function isStream(body: unknown): body is AsyncIterable<Uint8Array> {
  return typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
}
