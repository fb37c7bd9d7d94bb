import type { Http } from '../../core/http/http';

/** Reaches an API with `fetch`. @param baseUrl without a slash at its end */
export function fetchHttp(baseUrl: string, headers: Readonly<Record<string, string>> = {}): Http {
  return async ({ method, path, body, form, stream = false, signal }) => {
    // `fetch` leaves an error unhandled when it is given a form and told to stop at the same time.
    signal?.throwIfAborted();
    const response = await fetch(`${baseUrl}${path}`, {
      method,
      // The boundary between the parts of a form is said by `fetch`.
      headers: { ...(form ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(form ? { body: form } : {}),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
    return {
      status: response.status,
      header: (name) => response.headers.get(name) ?? undefined,
      body: stream ? response.body : parsed(await response.text()),
    };
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
