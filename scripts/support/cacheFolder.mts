import { homedir } from 'node:os';
import { join } from 'node:path';

const FOLDER_NAME = 'n8n-nodes-cascadeflow';

/** Absolute path below which everything large is kept for all checkouts of one user, in each system's usual place. */
export function cacheFolder(...parts: string[]): string {
  return join(userCache(), FOLDER_NAME, ...parts);
}

function userCache(): string {
  switch (process.platform) {
    case 'win32':
      return process.env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local');
    case 'darwin':
      return process.env['XDG_CACHE_HOME'] ?? join(homedir(), 'Library', 'Caches');
    default:
      return process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
  }
}
