import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { LOOPBACK } from '../support/ports.mts';
import { beforeTermination } from '../support/termination.mts';
import { n8nCommand } from './installation.mts';

const STOP_TIMEOUT_MS = 20_000;

export interface LaunchOptions {
  /** Folder that `ensureN8n` answered. */
  readonly installation: string;
  readonly env: NodeJS.ProcessEnv;
  readonly port: number;
  /** Overwritten with what this process prints. */
  readonly logFile: string;
}

/** An n8n that this process has started. It is stopped when a signal ends this process. */
export class N8nProcess {
  /** Like `http://127.0.0.1:5678`, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** Resolves when the process has ended, asked to or not, with its exit code or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
  readonly #child: ChildProcess;
  readonly #logFile: string;

  private constructor(child: ChildProcess, pid: number, { port, logFile }: LaunchOptions) {
    this.url = `http://${LOOPBACK}:${String(port)}`;
    this.port = port;
    this.pid = pid;
    this.#child = child;
    this.#logFile = logFile;
    const forget = beforeTermination(() => this.stop());
    this.ended = once(child, 'exit').then(() => {
      forget();
      return child.exitCode ?? child.signalCode ?? 1;
    });
  }

  /** @throws Error when the program cannot be started at all. */
  static async launch(options: LaunchOptions): Promise<N8nProcess> {
    const { program, args, cwd } = n8nCommand(options.installation, ['start']);
    const log = openSync(options.logFile, 'w');
    try {
      const child = spawn(program, args, { cwd, env: options.env, stdio: ['ignore', log, log] });
      await once(child, 'spawn');
      if (child.pid === undefined) throw new Error(`${program} has no process id.`);
      return new N8nProcess(child, child.pid, options);
    } finally {
      closeSync(log);
    }
  }

  get hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /** All it has printed so far. */
  log(): string {
    return readFileSync(this.#logFile, 'utf8');
  }

  /** Ends it: SIGTERM, and SIGKILL after 20 seconds. Resolves when it is gone. */
  async stop(): Promise<void> {
    this.#child.kill('SIGTERM');
    const impatience = setTimeout(() => this.#child.kill('SIGKILL'), STOP_TIMEOUT_MS);
    await this.ended;
    clearTimeout(impatience);
  }
}
