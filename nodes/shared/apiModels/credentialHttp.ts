import type { IExecuteFunctions, IN8nHttpFullResponse } from 'n8n-workflow';
import type { Http, HttpResponse } from '../../../core';
import { CREDENTIAL, type LlmApi } from './llmApi';

/** n8n gives up after five minutes by itself; how long a model may take is the cascade's to say. */
const NO_TIMEOUT = 0;

/** Reaches a provider through n8n, which signs each request with the credential and keeps the key to itself. */
export function credentialHttp(context: IExecuteFunctions, api: LlmApi): Http {
  return async ({ method, path, body, signal }) => {
    const caller = callerWith(context, api, signal);
    const answer: unknown = await context.helpers.httpRequestWithAuthentication.call(caller, CREDENTIAL, {
      method,
      url: urlOf(api.baseUrl, path),
      ...(body === undefined ? {} : { body }),
      json: true,
      returnFullResponse: true,
      ignoreHttpStatusErrors: true,
      // The key must not follow a redirect to another host.
      disableFollowRedirect: true,
      timeout: NO_TIMEOUT,
    });
    return responseOf(answer as IN8nHttpFullResponse);
  };
}

/**
 * The context as n8n's helper is to see it (n8n-core 2.40, `httpRequestWithAuthentication`): the helper asks it for the
 * credential without saying for which item, and for the signal that ends the request, whatever signal the request brings.
 */
function callerWith(
  context: IExecuteFunctions,
  { secrets }: LlmApi,
  signal: AbortSignal | undefined,
): IExecuteFunctions {
  return Object.assign(Object.create(context) as IExecuteFunctions, {
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

function responseOf({ statusCode, headers, body }: IN8nHttpFullResponse): HttpResponse {
  return {
    status: statusCode,
    header: (name) => {
      const value = headers[name];
      return typeof value === 'string' ? value : undefined;
    },
    body,
  };
}
