import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import type { Command } from './command.mts';
import { waitFor } from './time.mts';

const LOG_TAIL_CHARACTERS = 3000;

export interface BackgroundCommand extends Command {
  /** Whom to run it as; the user of this process when not given. */
  readonly account?: { readonly uid: number; readonly gid: number } | undefined;
  /** Overwritten with what it prints. */
  readonly logFile: string;
}

export interface Readiness {
  /** What is waited for, as in "waited 30 s for <what>". */
  readonly what: string;
  /** Whether it is ready now. */
  readonly look: () => boolean | Promise<boolean>;
  readonly timeoutMs: number;
}

/** A program that runs on beside this one and prints into a file. */
export class BackgroundProcess {
  readonly pid: number;
  /** Resolves when the process has ended, asked to or not, with its exit code or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
  readonly #child: ChildProcess;
  readonly #logFile: string;

  private constructor(child: ChildProcess, pid: number, logFile: string) {
    this.pid = pid;
    this.#child = child;
    this.#logFile = logFile;
    this.ended = once(child, 'exit').then(() => child.exitCode ?? child.signalCode ?? 1);
  }

  /** @throws Error when the program cannot be started at all */
  static async launch(command: BackgroundCommand): Promise<BackgroundProcess> {
    const { program, args, cwd, env, account, logFile } = command;
    const log = openSync(logFile, 'w');
    try {
      const child = spawn(program, args, { cwd, env, ...account, stdio: ['ignore', log, log] });
      await once(child, 'spawn');
      if (child.pid === undefined) throw new Error(`${program} has no process id.`);
      return new BackgroundProcess(child, child.pid, logFile);
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

  /** Lets this process end before it. */
  unref(): void {
    this.#child.unref();
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /**
   * Waits until it is ready; one that is not in time is ended.
   * @throws Error with the end of what it printed, when it ends meanwhile or is not ready in time
   */
  async untilReady({ what, look, timeoutMs }: Readiness): Promise<void> {
    try {
      const lookAgain = async (): Promise<true | undefined> => {
        if (this.hasEnded) throw new Error(`Waited for ${what}, but it ended (${String(await this.ended)}).`);
        return (await look()) ? true : undefined;
      };
      await waitFor(lookAgain, { what, timeoutMs });
    } catch (error) {
      await this.stop('SIGKILL', 0);
      const reason = error instanceof Error ? error.message : String(error);
      const message = `${reason} The end of its log:\n${this.log().slice(-LOG_TAIL_CHARACTERS)}`;
      throw new Error(message, { cause: error });
    }
  }

  /** Sends it a signal, and SIGKILL when it has not ended in `patienceMs`. Resolves when it is gone. */
  async stop(signal: NodeJS.Signals, patienceMs: number): Promise<void> {
    this.#child.kill(signal);
    const impatience = setTimeout(() => this.#child.kill('SIGKILL'), patienceMs);
    await this.ended;
    clearTimeout(impatience);
  }
}
