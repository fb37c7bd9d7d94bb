import { realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LOOPBACK } from '../support/ports.mts';
import { located, postgres } from '../testing/systemPackages.mts';
import { unprivilegedAccount } from './account.mts';
import { onFreePort } from './onFreePort.mts';
import { printedBy } from './printedBy.mts';
import { ServerProcess } from './serverProcess.mts';
import { localAccount, localConnection, type SqlConnection, sqlEnvironment, type SqlRow } from './sql.mts';

const SETUP_TIMEOUT_MS = 60_000;
const QUERY_TIMEOUT_MS = 30_000;

/** Characters that no text in a test has. */
const FIELD_END = '\u001f';
const ROW_END = '\u001e';

/** A PostgreSQL of its own that only this machine can reach. It is gone at the latest when this process ends. */
export class PostgresServer {
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
  static async start(): Promise<PostgresServer> {
    const process = new ServerProcess({
      title: 'PostgreSQL',
      account: unprivilegedAccount(),
      readySign: /database system is ready to accept connections/,
      stopSignal: 'SIGINT',
      leashSignal: 'QUIT',
    });
    try {
      await setUp(process);
      const port = await onFreePort((free) => launch(process, free));
      return new PostgresServer(process, localConnection(port, 'postgres'));
    } catch (error) {
      await process.stop();
      throw error;
    }
  }

  /**
   * Runs SQL statements.
   * @returns the rows of the one statement that gives any
   * @throws Error with what PostgreSQL said about the first statement that failed
   */
  async query(sql: string): Promise<readonly SqlRow[]> {
    const { host, port, user, password, database } = this.connection;
    const server = ['--no-psqlrc', '--host', host, '--port', String(port), '--username', user];
    const form = ['--quiet', '--no-align', '--tuples-only', '--pset=null=NULL'];
    const ends = ['--field-separator', FIELD_END, '--record-separator', ROW_END];
    const printed = await printedBy({
      program: programOf('psql'),
      args: [...server, ...form, ...ends, '--set=ON_ERROR_STOP=1', database],
      env: sqlEnvironment({ PGPASSWORD: password }),
      input: sql,
      timeoutMs: QUERY_TIMEOUT_MS,
    });
    if (printed === '') return [];
    const rows = printed.replace(/\n$/, '').split(ROW_END);
    return rows.map((row) => row.split(FIELD_END));
  }

  /** Ends it and removes all it has stored. */
  stop(): Promise<void> {
    return this.#process.stop();
  }
}

/** Makes the folder of its data, with the one account. Nothing is kept safe for a crash of the machine. */
async function setUp(process: ServerProcess): Promise<void> {
  const passwordFile = join(process.folder, 'password');
  writeFileSync(passwordFile, localAccount.password, { mode: 0o600 });
  process.give(passwordFile);
  const account = ['--username', localAccount.user, '--pwfile', passwordFile, '--auth=scram-sha-256'];
  await process.run({
    program: programOf('initdb'),
    args: [...account, '--encoding=UTF8', '--no-locale', '--no-sync', '--pgdata', dataFolder(process)],
    env: sqlEnvironment(),
    timeoutMs: SETUP_TIMEOUT_MS,
  });
}

function launch(process: ServerProcess, port: number): Promise<void> {
  const settings = [`listen_addresses=${LOOPBACK}`, 'unix_socket_directories=', 'fsync=off'];
  return process.launch({
    program: programOf('postgres'),
    args: ['-D', dataFolder(process), '-p', String(port), ...settings.flatMap((one) => ['-c', one])],
    env: sqlEnvironment(),
  });
}

function dataFolder({ folder }: ServerProcess): string {
  return join(folder, 'data');
}

/** A link to the server's program may lie where the other ones do not. */
function programOf(name: 'initdb' | 'postgres' | 'psql'): string {
  return join(dirname(realpathSync(located(postgres))), name);
}
