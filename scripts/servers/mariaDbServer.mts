import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOOPBACK } from '../support/ports.mts';
import { located, mariaDbClient, mariaDbInstaller, mariaDbServer } from '../testing/systemPackages.mts';
import { unprivilegedAccount } from './account.mts';
import { onFreePort } from './onFreePort.mts';
import { printedBy } from './printedBy.mts';
import { ServerProcess } from './serverProcess.mts';
import { localAccount, localConnection, type SqlConnection, sqlEnvironment, type SqlRow } from './sql.mts';

const SETUP_TIMEOUT_MS = 60_000;
const QUERY_TIMEOUT_MS = 30_000;
const DATABASE = 'tests';
const SMALL = ['--innodb-log-file-size=4M', '--innodb-buffer-pool-size=32M'];

/** A MariaDB of its own that only this machine can reach. It is gone at the latest when this process ends. */
export class MariaDbServer {
  readonly connection: SqlConnection;
  readonly #process: ServerProcess;

  private constructor(process: ServerProcess, connection: SqlConnection) {
    this.connection = connection;
    this.#process = process;
  }

  /**
   * Starts one with an empty database and waits until it can be used.
   * @throws Error with what it complained of when it does not start
   */
  static async start(): Promise<MariaDbServer> {
    const process = new ServerProcess({
      title: 'MariaDB',
      account: unprivilegedAccount(),
      readySign: /ready for connections/,
      stopSignal: 'SIGTERM',
      leashSignal: 'KILL',
    });
    try {
      await setUp(process);
      const port = await onFreePort((free) => launch(process, free));
      return new MariaDbServer(process, localConnection(port, DATABASE));
    } catch (error) {
      await process.stop();
      throw error;
    }
  }

  /**
   * Runs SQL statements.
   * @returns the rows of the one statement that gives any
   * @throws Error with what MariaDB said about the first statement that failed
   */
  async query(sql: string): Promise<readonly SqlRow[]> {
    const { host, port, user, password, database } = this.connection;
    const server = ['--protocol=tcp', '--host', host, '--port', String(port), '--user', user];
    const form = ['--batch', '--skip-column-names', '--default-character-set=utf8mb4'];
    const printed = await printedBy({
      program: located(mariaDbClient),
      args: ['--no-defaults', ...server, ...form, database],
      env: sqlEnvironment({ MYSQL_PWD: password }),
      input: sql,
      timeoutMs: QUERY_TIMEOUT_MS,
    });
    const rows = printed.split('\n').slice(0, -1);
    return rows.map((row) => row.split('\t').map(unescaped));
  }

  /** Ends it and removes all it has stored. */
  stop(): Promise<void> {
    return this.#process.stop();
  }
}

async function setUp(process: ServerProcess): Promise<void> {
  await process.run({
    program: located(mariaDbInstaller),
    args: ['--no-defaults', `--datadir=${dataFolder(process)}`, '--skip-test-db', ...SMALL],
    env: sqlEnvironment(),
    timeoutMs: SETUP_TIMEOUT_MS,
  });
  const account = `'${localAccount.user}'@'${LOOPBACK}'`;
  const statements = [
    `CREATE DATABASE ${DATABASE} CHARACTER SET utf8mb4;`,
    `CREATE USER ${account} IDENTIFIED BY '${localAccount.password}';`,
    `GRANT ALL ON *.* TO ${account};`,
  ];
  writeFileSync(firstSqlFile(process), statements.join('\n'));
  process.give(firstSqlFile(process));
}

function launch(process: ServerProcess, port: number): Promise<void> {
  const place = ['--bind-address', LOOPBACK, '--port', String(port), '--socket=mariadb.sock'];
  const data = ['--datadir', dataFolder(process), '--init-file', firstSqlFile(process)];
  return process.launch({
    program: located(mariaDbServer),
    args: ['--no-defaults', ...data, ...place, '--skip-name-resolve', ...SMALL],
    env: sqlEnvironment(),
  });
}

function dataFolder({ folder }: ServerProcess): string {
  return join(folder, 'data');
}

function firstSqlFile({ folder }: ServerProcess): string {
  return join(folder, 'first.sql');
}

/** The client's `--batch` form writes these characters of a value with a backslash. */
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\\n', '\n'],
  ['\\t', '\t'],
  ['\\0', '\0'],
  ['\\\\', '\\'],
]);

function unescaped(cell: string): string {
  return cell.replace(/\\./g, (escape) => ESCAPES.get(escape) ?? escape);
}
