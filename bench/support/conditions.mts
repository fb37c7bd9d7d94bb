import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Effort } from './effort.mts';

/** How a benchmark runs. */
export interface Conditions extends Effort {
  /** A folder with plain checkouts of public data sets. What needs one that is not there is left out and says so. */
  readonly data?: string | undefined;
}

/** The folder with the data, when all these files are in it; their paths start with the name of a checkout. */
export function dataWith({ data }: Conditions, ...files: readonly string[]): string | undefined {
  return data !== undefined && files.every((file) => existsSync(join(data, file))) ? data : undefined;
}
