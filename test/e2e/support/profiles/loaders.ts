import type { INodeParameters } from 'n8n-workflow';
import { z } from 'zod/v3';
import { readExample, type ExampleNode } from '../../../../scripts/examples/example.mts';
import { having, nodeOf } from './changes';

/** The files in `examples/profiles/sources` whose servers run here. */
export type Source = 'postgres' | 'mysql' | 'redis' | 'http-api';

/** Those that can give more than the one row of a user. */
export type TableSource = Exclude<Source, 'redis'>;

const USER_ID = '={{ $json.body.userId }}';
const LONG_AGO = '$now.toUTC().minus({ days: 2 })';

/** The node that loads a profile in the example of a source. */
export function loaderOf(source: Source): ExampleNode {
  return nodeOf(readExample(`profiles/sources/${source}.json`), 'Load Profile');
}

/** The same node, at the local API where it asks one. */
export function profileLoader(source: Source, origin: string): ExampleNode {
  return source === 'http-api' ? adapted(source, { url: `${origin}/profile` }) : loaderOf(source);
}

/** The same node, for the row of a user in another table. */
export function rowLoader(source: Source, origin: string, table: string, column: string): ExampleNode {
  switch (source) {
    case 'postgres':
      return adapted(source, { query: `SELECT * FROM ${table} WHERE ${column} = $1` });
    case 'mysql': {
      const values = [{ column, condition: 'equal', value: USER_ID }];
      return adapted(source, { table: named(table), where: { values } });
    }
    case 'redis':
      return adapted(source, { key: `={{ '${table}:' + $json.body.userId }}` });
    case 'http-api': {
      const node = adapted(source, apiCall(origin, `/rows/${table}`, { [column]: USER_ID }));
      return { ...node, alwaysOutputData: true };
    }
  }
}

/** For all rows of a table. */
export function tableLoader(source: TableSource, origin: string, table: string): ExampleNode {
  switch (source) {
    case 'postgres':
      return adapted(source, { query: `SELECT * FROM ${table}`, options: {} });
    case 'mysql':
      return adapted(source, { table: named(table), returnAll: true, where: {} });
    case 'http-api':
      return adapted(source, apiCall(origin, `/rows/${table}`, {}));
  }
}

/** For the rows of a table that were updated in the last two days. */
export function changesLoader(source: TableSource, origin: string, table: string): ExampleNode {
  const query = `SELECT * FROM ${table} WHERE updated_at >= $1`;
  switch (source) {
    case 'postgres':
      return adapted(source, { query, options: { queryReplacement: `={{ [${LONG_AGO}.toISO()] }}` } });
    case 'mysql': {
      const queryReplacement = `={{ [${LONG_AGO}.toSQL({ includeOffset: false })] }}`;
      return adapted(source, { operation: 'executeQuery', query, options: { queryReplacement } });
    }
    case 'http-api': {
      const wanted = { updated_at_from: `={{ ${LONG_AGO}.toISO() }}` };
      return adapted(source, apiCall(origin, `/rows/${table}`, wanted));
    }
  }
}

/** For a row for each model of a user. */
export function modelsLoader(source: 'mysql' | 'http-api', origin: string): ExampleNode {
  if (source === 'http-api') {
    const node = adapted(source, apiCall(origin, '/user_models', { user_id: USER_ID }));
    return { ...node, alwaysOutputData: true };
  }
  const { parameters } = nodeOf(readExample('profiles/domain-models.json'), 'Models of User');
  const query = z.string().parse(parameters['query']).replace('= $1', '= JSON_UNQUOTE($1)');
  const options = { queryReplacement: '={{ [JSON.stringify($json.body.userId)] }}' };
  return adapted(source, { operation: 'executeQuery', query, options });
}

function adapted(source: Source, parameters: INodeParameters): ExampleNode {
  return having(parameters)(loaderOf(source));
}

function named(table: string): INodeParameters {
  return { __rl: true, mode: 'name', value: table };
}

function apiCall(origin: string, path: string, wanted: Readonly<Record<string, string>>): INodeParameters {
  const parameters = Object.entries(wanted).map(([name, value]) => ({ name, value }));
  const sendQuery = parameters.length > 0;
  return { url: origin + path, sendQuery, queryParameters: { parameters }, options: {} };
}
