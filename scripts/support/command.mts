import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { beforeTermination } from './termination.mts';

const LINES_IN_AN_ERROR = 30;

/** A program and how to start it. `env` replaces the whole environment; without it the child gets this process's. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** A command that could not be started or that ended with another code than 0. `output` holds what it printed. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly output: string;

  constructor(command: Command, ending: string, output: string) {
    const said = output.split('\n').slice(-LINES_IN_AN_ERROR).join('\n').trim();
    super([`${lineOf(command)} ${ending}`, said].filter(Boolean).join('\n'));
    this.output = output;
  }
}

/** Runs a command on this terminal. Answers its exit code; null when a signal ended it. */
export async function exitCodeOf(command: Command): Promise<number | null> {
  return ended(command, start(command, 'inherit'));
}

/**
 * Runs a command out of sight and answers what it printed to its standard output.
 * @param onLine is told each line of both outputs as it comes
 * @throws CommandError when it fails, with the last lines of both outputs
 */
export async function outputOf(
  command: Command,
  onLine: (line: string) => void = () => undefined,
): Promise<string> {
  const child = start(command, 'pipe');
  const standardOutput: string[] = [];
  const bothOutputs: string[] = [];
  const take = (line: string): void => {
    bothOutputs.push(line);
    onLine(line);
  };
  const [code] = await Promise.all([
    ended(command, child),
    eachLine(child.stdout, (line) => {
      standardOutput.push(line);
      take(line);
    }),
    eachLine(child.stderr, take),
  ]);
  if (code !== 0) throw new CommandError(command, endingWith(code), bothOutputs.join('\n'));
  return standardOutput.join('\n');
}

function start({ program, args, cwd, env }: Command, output: 'inherit' | 'pipe'): ChildProcess {
  return spawn(program, args, { cwd, env, stdio: ['ignore', output, output] });
}

async function ended(command: Command, child: ChildProcess): Promise<number | null> {
  const forget = beforeTermination(() => {
    child.kill();
  });
  try {
    await once(child, 'exit');
    return child.exitCode;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(command, `could not be started: ${reason}`, '');
  } finally {
    forget();
  }
}

async function eachLine(stream: NodeJS.ReadableStream | null, take: (line: string) => void): Promise<void> {
  if (stream === null) return;
  for await (const line of createInterface({ input: stream })) take(line);
}

function endingWith(code: number | null): string {
  return code === null ? 'was ended by a signal' : `ended with code ${String(code)}`;
}

function lineOf({ program, args }: Command): string {
  return [program, ...args].join(' ');
}
