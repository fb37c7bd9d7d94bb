import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const OWNER_FILE = 'installing.pid';

/**
 * The folder an installation is made in before it is moved to its place. There is one for all processes, and it names
 * the process that works in it: whoever cannot create it waits or, when its owner is gone, clears it away.
 */
export class StagingFolder {
  readonly path: string;
  readonly #ownName: string;

  constructor(path: string) {
    this.path = path;
    this.#ownName = `${path}-${String(process.pid)}`;
  }

  /**
   * Creates the folder for this process.
   * @returns false when another living process has it
   */
  claim(): boolean {
    this.#clearAwayIfAbandoned();
    rmSync(this.#ownName, { recursive: true, force: true });
    mkdirSync(this.#ownName, { recursive: true });
    writeFileSync(join(this.#ownName, OWNER_FILE), String(process.pid));
    if (tryToRename(this.#ownName, this.path)) return true;
    rmSync(this.#ownName, { recursive: true, force: true });
    return false;
  }

  /** Moves the finished folder to `target`, replacing what is there. */
  moveTo(target: string): void {
    rmSync(join(this.path, OWNER_FILE));
    if (tryToRename(target, this.#ownName)) rmSync(this.#ownName, { recursive: true, force: true });
    renameSync(this.path, target);
  }

  discard(): void {
    rmSync(this.path, { recursive: true, force: true, maxRetries: 3 });
  }

  /** The process that works in the folder; undefined when nobody does. */
  owner(): number | undefined {
    try {
      return Number(readFileSync(join(this.path, OWNER_FILE), 'utf8'));
    } catch {
      return undefined;
    }
  }

  #clearAwayIfAbandoned(): void {
    const owner = this.owner();
    if (owner !== undefined && isAlive(owner)) return;
    if (tryToRename(this.path, this.#ownName)) rmSync(this.#ownName, { recursive: true, force: true });
  }
}

/** Renaming is the one step no other process can see half done; a folder that has content is never replaced by it. */
function tryToRename(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
