import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BackgroundProcess } from '../support/backgroundProcess.mts';
import type { Command } from '../support/command.mts';
import { Leash } from '../support/leash.mts';
import type { Account } from './account.mts';
import { type BoundedCommand, printedBy } from './printedBy.mts';

const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 10_000;
const LEASH_SECONDS = 2;

export interface ServerTraits {
  /** Name for errors and for its folder. */
  readonly title: string;
  readonly account?: Account | undefined;
  /** What it prints when it can be used. */
  readonly readySign: RegExp;
  /** Ends it in order, whoever is still connected. */
  readonly stopSignal: 'SIGTERM' | 'SIGINT';
  /** Ends it at once. */
  readonly leashSignal: 'KILL' | 'QUIT';
}

/**
 * The process of a database server and its folder, which exist until `stop`, or until this process ends, however it
 * ends. A server that is left running does not keep this process from ending.
 */
export class ServerProcess {
  /** Absolute path of its own temporary folder, which belongs to its account. */
  readonly folder: string;
  readonly #traits: ServerTraits;
  readonly #leash: Leash;
  #process: BackgroundProcess | undefined;

  constructor(traits: ServerTraits) {
    this.#traits = traits;
    this.folder = mkdtempSync(join(tmpdir(), `${traits.title.toLowerCase()}-`));
    this.#leash = new Leash({ signal: traits.leashSignal, graceSeconds: LEASH_SECONDS, folder: this.folder });
    this.give(this.folder);
  }

  /** Makes the server's account the owner of a file. */
  give(file: string): void {
    const { account } = this.#traits;
    if (account !== undefined) chownSync(file, account.uid, account.gid);
  }

  /** Runs another program of the server to its end, in the folder and by the server's account. @see printedBy */
  async run(command: Omit<BoundedCommand, 'cwd' | 'account'>): Promise<void> {
    await printedBy({ ...command, cwd: this.folder, account: this.#traits.account });
  }

  /**
   * Starts the program in the folder and waits until it can be used.
   * @throws Error with the end of its log when it ends, or is not ready in a minute
   */
  async launch(command: Pick<Command, 'program' | 'args' | 'env'>): Promise<void> {
    const { title, account, readySign } = this.#traits;
    const logFile = join(this.folder, 'server.log');
    const server = await BackgroundProcess.launch({ ...command, cwd: this.folder, account, logFile });
    server.unref();
    this.#leash.hold(server.pid);
    this.#process = server;
    await server.untilReady({
      what: `${title} to be ready`,
      look: () => readySign.test(server.log()),
      timeoutMs: START_TIMEOUT_MS,
    });
  }

  /** @throws Error while it does not run */
  get pid(): number {
    return this.#running().pid;
  }

  signal(signal: NodeJS.Signals): void {
    this.#running().signal(signal);
  }

  /** Ends the process, if it runs, and keeps the folder. */
  async end(how: 'in order' | 'at once'): Promise<void> {
    const server = this.#process;
    if (server === undefined) return;
    // A halted process would not hear of it.
    server.signal('SIGCONT');
    await server.stop(how === 'in order' ? this.#traits.stopSignal : 'SIGKILL', STOP_TIMEOUT_MS);
    this.#leash.hold(undefined);
    this.#process = undefined;
  }

  /** Ends it in order and removes its folder. Once it is stopped this does nothing. */
  async stop(): Promise<void> {
    await this.end('in order');
    this.#leash.release();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 3 });
  }

  #running(): BackgroundProcess {
    if (this.#process === undefined) throw new Error(`${this.#traits.title} does not run.`);
    return this.#process;
  }
}
