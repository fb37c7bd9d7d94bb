import type { IncomingMessage, ServerResponse } from 'node:http';
import { LocalServer } from '../../../../scripts/support/localServer.mts';
import type { Row, Table } from './tables';

/** What the server asks its callers for. */
export const API_KEY = { header: 'X-Profile-Key', value: 'a-key-of-the-profile-api' } as const;

type Tables = ReadonlyMap<string, Table>;

/**
 * The same tables behind an API of JSON: `/profile?user_id=` gives one user or 404, `/user_models?user_id=` a row for
 * each model of a user, `/rows/<table>?<column>=` the rows with that value, and `<column>_from=` those from it on.
 */
export class RowServer {
  readonly #server: LocalServer;
  /** Requests with the right key, as path and query. */
  readonly requests: string[] = [];
  #isDown = false;

  private constructor(tables: Tables) {
    this.#server = new LocalServer((request, response) => {
      this.#answer(tables, request, response);
    });
  }

  static async start(tables: Tables): Promise<RowServer> {
    const server = new RowServer(tables);
    await server.#server.listen();
    return server;
  }

  get origin(): string {
    return this.#server.origin;
  }

  /** Answers with status 503 until the work is done. */
  async whileDown<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#isDown = true;
    try {
      return await work();
    } finally {
      this.#isDown = false;
    }
  }

  stop(): Promise<void> {
    return this.#server.stop();
  }

  #answer(tables: Tables, { url = '', headers }: IncomingMessage, response: ServerResponse): void {
    const isAdmitted = headers[API_KEY.header.toLowerCase()] === API_KEY.value;
    const { status, body } = isAdmitted ? this.#answerTo(tables, url) : refusal(401);
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  }

  #answerTo(tables: Tables, url: string): Answer {
    this.requests.push(url);
    if (this.#isDown) return refusal(503);
    const body = find(tables, new URL(url, this.origin));
    return body === undefined ? refusal(404) : { status: 200, body };
  }
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

function refusal(status: number): Answer {
  return { status, body: { message: 'refused' } };
}

function find(tables: Tables, { pathname, searchParams }: URL): unknown {
  const userId = searchParams.get('user_id');
  switch (pathname) {
    case '/profile':
      return rowsOf(tables, 'user_profiles').find((row) => row['user_id'] === userId);
    case '/user_models':
      return modelsOf(tables, userId);
    default:
      return rowsOf(tables, pathname.replace('/rows/', '')).filter((row) => matches(row, searchParams));
  }
}

function rowsOf(tables: Tables, name: string): readonly Row[] {
  return tables.get(name)?.rows ?? [];
}

/** A user without a model has one row nevertheless, as from a left join. */
function modelsOf(tables: Tables, userId: string | null): readonly Row[] {
  const isOfUser = (row: Row) => row['user_id'] === userId;
  const models = rowsOf(tables, 'domain_models')
    .filter(isOfUser)
    .toSorted((one, other) => Number(one['preference']) - Number(other['preference']));
  return rowsOf(tables, 'user_profiles')
    .filter(isOfUser)
    .flatMap(({ user_id = null, tier = null }) =>
      models.length > 0
        ? models.map((model) => ({ ...model, tier }))
        : [{ user_id, tier, domain: null, model: null }],
    );
}

function matches(row: Row, wanted: URLSearchParams): boolean {
  return [...wanted].every(([name, value]) => {
    const from = /^(.+)_from$/.exec(name)?.[1];
    return from === undefined ? row[name] === value : String(row[from]) >= value;
  });
}
