import type { IncomingMessage, ServerResponse } from 'node:http';
import { LocalServer } from '../../../../scripts/support/localServer.mts';
import type { Row, Table } from './tables';

export const SUPABASE_KEY = 'a-secret-key-of-the-project';

/**
 * As much of Supabase's API as n8n's node asks for in the examples: the rows of a table whose columns are equal to
 * values, `?user_id=eq.ada`, or at least so great, `?and=(updated_at.gte."2026-01-31T12:00:00Z")`
 * (https://docs.postgrest.org/en/stable/references/api/tables_views.html#horizontal-filtering).
 */
export function supabaseServer(tables: ReadonlyMap<string, Table>): LocalServer {
  return new LocalServer(({ url = '', headers }: IncomingMessage, response: ServerResponse) => {
    const { pathname, searchParams } = new URL(url, 'http://supabase');
    const rows = tables.get(pathname.replace('/rest/v1/', ''))?.rows;
    const found =
      headers['apikey'] === SUPABASE_KEY ? rows?.filter((row) => matches(row, searchParams)) : undefined;
    response.writeHead(found ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(found ?? { message: 'refused' }));
  });
}

const notConditions = new Set(['order', 'limit', 'offset']);

function matches(row: Row, wanted: URLSearchParams): boolean {
  return [...wanted]
    .filter(([name]) => !notConditions.has(name))
    .every(([name, condition]) =>
      name === 'and' ? isAtLeast(row, condition) : `eq.${String(row[name])}` === condition,
    );
}

function isAtLeast(row: Row, condition: string): boolean {
  const [, column = '', value = ''] = /^\((\w+)\.gte\."(.+)"\)$/.exec(condition) ?? [];
  return column !== '' && String(row[column]) >= value;
}
