import { LOOPBACK } from '../support/ports.mts';

/** How to reach a database: the fields that n8n's credentials of Postgres and MySQL have too. */
export interface SqlConnection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

/** A row as its database writes it in text; an SQL null is `NULL`. */
export type SqlRow = readonly string[];

/** The account that every server here is set up with. It may do everything. */
export const localAccount = { user: 'tester', password: 'only-on-this-machine' } as const;

export function localConnection(port: number, database: string): SqlConnection {
  return { host: LOOPBACK, port, ...localAccount, database };
}

/** What a shell may hold for another server, and what would make a server speak another language than English. */
const FOREIGN = /^(PG|MYSQL|MARIADB|LC_|LANG)/;

/** This process's environment for the programs of a database. */
export function sqlEnvironment(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !FOREIGN.test(name));
  return { ...Object.fromEntries(inherited), LC_ALL: 'C', ...more };
}
