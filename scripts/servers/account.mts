import { execFileSync } from 'node:child_process';

export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** Whom to run a server as that refuses root: `nobody` when root runs this, else undefined for the user who does. */
export function unprivilegedAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  return { uid: idOf('--user'), gid: idOf('--group') };
}

function idOf(kind: '--user' | '--group'): number {
  return Number(execFileSync('id', [kind, 'nobody'], { encoding: 'utf8' }));
}
