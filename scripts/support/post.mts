import { parseJson } from '../n8n/session.mts';

const PATIENCE_MS = 60_000;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed where it was JSON, else the text. */
  readonly body: unknown;
  /** How long it took. */
  readonly ms: number;
}

/** Posts JSON, as an application does that knows nothing of n8n. */
export async function post(
  url: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const start = performance.now();
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const text = await response.text();
  const ms = performance.now() - start;
  return { status: response.status, headers: response.headers, body: parseJson(text), ms };
}
