import { BackgroundProcess } from '../support/backgroundProcess.mts';
import { Leash } from '../support/leash.mts';
import { LOOPBACK } from '../support/ports.mts';
import { beforeTermination } from '../support/termination.mts';
import { n8nCommand } from './installation.mts';
import { isUp } from './isUp.mts';

const BOOT_TIMEOUT_MS = 180_000;
const STOP_TIMEOUT_MS = 20_000;

export interface LaunchOptions {
  /** Folder that `ensureN8n` answered. */
  readonly installation: string;
  /** n8n's command and its arguments: `start`, or `worker` and its concurrency. */
  readonly args: readonly [command: 'start' | 'worker', ...options: string[]];
  readonly env: NodeJS.ProcessEnv;
  readonly port: number;
  /** Overwritten with what this process prints. */
  readonly logFile: string;
}

/** An n8n that this process has started. It does not outlive it: a signal to this process stops it first. */
export class N8nProcess {
  /** Like `http://127.0.0.1:5678`, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** Resolves when the process has ended, asked to or not, with its exit code or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
  readonly #process: BackgroundProcess;

  private constructor(process: BackgroundProcess, port: number) {
    this.url = `http://${LOOPBACK}:${String(port)}`;
    this.port = port;
    this.#process = process;
    const leash = new Leash({ signal: 'TERM', graceSeconds: STOP_TIMEOUT_MS / 1000 });
    leash.hold(process.pid);
    const forget = beforeTermination(() => this.stop());
    this.ended = process.ended.finally(() => {
      forget();
      leash.release();
    });
  }

  /** @throws Error when the program cannot be started at all. */
  static async launch({ installation, args, env, port, logFile }: LaunchOptions): Promise<N8nProcess> {
    const command = n8nCommand(installation, args);
    return new N8nProcess(await BackgroundProcess.launch({ ...command, env, logFile }), port);
  }

  get pid(): number {
    return this.#process.pid;
  }

  /** All it has printed so far. */
  log(): string {
    return this.#process.log();
  }

  /**
   * Waits until it is ready to work; one that is not in three minutes is ended.
   * @throws Error with the end of its log
   */
  untilReady(): Promise<void> {
    return this.#process.untilReady({
      what: `n8n (${this.url}) to be ready`,
      look: () => isUp(`${this.url}/healthz/readiness`),
      timeoutMs: BOOT_TIMEOUT_MS,
    });
  }

  /** Ends it: SIGTERM, and SIGKILL after 20 seconds. Resolves when it is gone. */
  stop(): Promise<void> {
    return this.#process.stop('SIGTERM', STOP_TIMEOUT_MS);
  }
}
