import { z } from 'zod/v3';
import { N8nSession } from '../../../../scripts/n8n/session.mts';
import { n8nUrl, sharedN8n } from '../sharedN8n';

const projectSchema = z.object({ id: z.string() });
const tablesSchema = z.object({ data: z.array(z.object({ id: z.string(), name: z.string() })) });
const rowsSchema = z.object({ data: z.array(z.record(z.unknown())) });

export type Cells = Readonly<Record<string, unknown>>;

/** A data table of the n8n that all tests share. */
export class DataTable {
  readonly #session: N8nSession;
  readonly #path: string;

  private constructor(session: N8nSession, path: string) {
    this.#session = session;
    this.#path = path;
  }

  /** @throws Error when there is none of this name */
  static async named(name: string): Promise<DataTable> {
    const session = new N8nSession(n8nUrl(), sharedN8n().login);
    const { id: project } = await session.request('GET', '/projects/personal', projectSchema);
    const all = `/projects/${project}/data-tables`;
    const { data } = await session.request('GET', `${all}?take=100`, tablesSchema);
    const table = data.find((candidate) => candidate.name === name);
    if (!table) throw new Error(`n8n has no data table "${name}"`);
    return new DataTable(session, `${all}/${table.id}`);
  }

  /** In the order in which they were added. */
  async rows(): Promise<readonly Cells[]> {
    const path = `${this.#path}/rows?take=250&sortBy=id:asc`;
    return (await this.#session.request('GET', path, rowsSchema)).data;
  }

  async add(rows: readonly Cells[]): Promise<void> {
    await this.#session.request('POST', `${this.#path}/insert`, z.unknown(), {
      data: rows,
      returnType: 'count',
    });
  }
}
