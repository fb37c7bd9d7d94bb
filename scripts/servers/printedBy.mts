import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Command } from '../support/command.mts';
import type { Account } from './account.mts';

const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;
const run = promisify(execFile);

export interface BoundedCommand extends Command {
  /** Whom to run it as; the user of this process when not given. */
  readonly account?: Account | undefined;
  /** For its standard input. */
  readonly input?: string;
  readonly timeoutMs: number;
}

/**
 * Runs a program to its end and answers what it printed to its standard output, to the letter.
 * @throws Error with what it complained of when it fails, also because its time is up
 */
export async function printedBy(command: BoundedCommand): Promise<string> {
  const { program, args, cwd, env, account, input = '', timeoutMs } = command;
  const bounds = { timeout: timeoutMs, killSignal: 'SIGKILL', maxBuffer: MAX_OUTPUT_BYTES } as const;
  const running = run(program, args, { cwd, env, ...account, ...bounds });
  running.child.stdin?.end(input);
  const { stdout } = await running;
  return stdout;
}
