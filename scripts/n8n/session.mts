import { z } from 'zod/v3';

const REQUEST_TIMEOUT_MS = 60_000;
const AUTH_COOKIE = 'n8n-auth=';
/** n8n binds a login to the id its editor sends with each request; any constant will do. */
const BROWSER_ID = 'n8n-nodes-cascadeflow-scripts';

const failureSchema = z.object({ message: z.string() });
const successSchema = z.object({ data: z.unknown() });

/** A schema that makes a T of anything. */
export type Shape<T> = z.ZodType<T, z.ZodTypeDef, unknown>;

/** A request n8n refused. The message says which one, with what status and n8n's own words. */
class N8nRequestError extends Error {
  override readonly name = 'N8nRequestError';
  readonly status: number;

  constructor(method: string, path: string, status: number, said: string) {
    super(`n8n answered ${method} ${path} with ${String(status)}: ${said}`);
    this.status = status;
  }
}

/** The requests n8n's editor makes (`/rest/...`), with the login that n8n keeps in a cookie. */
export class N8nSession {
  readonly url: string;
  #cookie: string | undefined;

  /** @param login of an earlier session, to go on with */
  constructor(url: string, login?: string) {
    this.url = url;
    this.#cookie = login;
  }

  /** What a later session needs to go on with this login; undefined before there is one. */
  get login(): string | undefined {
    return this.#cookie;
  }

  /** @throws N8nRequestError, or ZodError when the answer has not the shape asked for */
  async request<T>(method: string, path: string, shape: Shape<T>, body?: unknown): Promise<T> {
    const response = await fetch(`${this.url}/rest${path}`, {
      method,
      headers: this.#headers(),
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
    });
    this.#keepLogin(response);
    const answer = parseJson(await response.text());
    if (!response.ok) throw new N8nRequestError(method, path, response.status, wordsOf(answer));
    const wrapped = successSchema.safeParse(answer);
    return shape.parse(wrapped.success ? wrapped.data.data : answer);
  }

  #headers(): Headers {
    const headers = new Headers({ 'content-type': 'application/json', 'browser-id': BROWSER_ID });
    if (this.#cookie !== undefined) headers.set('cookie', this.#cookie);
    return headers;
  }

  #keepLogin(response: Response): void {
    const cookie = response.headers.getSetCookie().find((set) => set.startsWith(AUTH_COOKIE));
    if (cookie !== undefined) this.#cookie = cookie.split(';')[0];
  }
}

/** JSON where it is JSON, the text itself where it is not (a proxy's error page). */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function wordsOf(answer: unknown): string {
  const failure = failureSchema.safeParse(answer);
  if (failure.success) return failure.data.message;
  return typeof answer === 'string' ? answer.slice(0, 500) : JSON.stringify(answer);
}
