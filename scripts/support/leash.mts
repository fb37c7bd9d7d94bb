import { spawn } from 'node:child_process';

/** `sh -c <this> leash <signal> <seconds> <folder>`: keeps the last line it reads, and acts when there will be no more. */
const SHELL_SCRIPT = `
trap '' INT TERM HUP
while read -r line; do pid=$line; done
if [ -n "$pid" ]; then
  kill -s "$1" "$pid"
  left=$2
  while kill -s 0 "$pid" && [ "$left" -gt 0 ]; do sleep 1; left=$((left - 1)); done
  kill -s KILL "$pid"
fi
if [ -n "$3" ]; then rm -rf "$3"; fi
`;

const onWindows = process.platform === 'win32';

export interface LeashOptions {
  /** Sent to the process that is held. */
  readonly signal: 'KILL' | 'QUIT' | 'TERM';
  /** How long it then has, until KILL follows. */
  readonly graceSeconds: number;
  /** Removed after that. */
  readonly folder?: string;
}

/**
 * Ends a process and removes a folder when this process ends, however it ends. Handlers of its own could not: in jest's
 * sandbox those of `exit` and of signals are never called, and after SIGKILL none is. So a shell waits at a pipe, which
 * the system closes. On Windows, which has no such shell, it does nothing.
 */
export class Leash {
  readonly #shell;

  constructor({ signal, graceSeconds, folder = '' }: LeashOptions) {
    const args = ['-c', SHELL_SCRIPT, 'leash', signal, String(graceSeconds), folder];
    this.#shell = onWindows ? undefined : spawn('sh', args, { stdio: ['pipe', 'ignore', 'ignore'] });
    this.#shell?.unref();
  }

  /** @param pid of the process to end, in place of the one before; undefined for none */
  hold(pid: number | undefined): void {
    this.#shell?.stdin.write(`${pid === undefined ? '' : String(pid)}\n`);
  }

  /** Nothing happens at the end any more. */
  release(): void {
    this.#shell?.kill('SIGKILL');
  }
}
