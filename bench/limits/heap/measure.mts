import { fork } from 'node:child_process';
import { once } from 'node:events';
import { z } from 'zod/v3';
import { projectPath } from '../../../scripts/support/project.mts';
import type { Job } from './job.mts';

const PATIENCE_MS = 120_000;

/** Heap bytes a user, measured in a fresh process. */
export async function heapBytesAUser(job: Job): Promise<number> {
  const child = fork(projectPath('bench', 'limits', 'heap', 'heapProcess.mts'), [JSON.stringify(job)], {
    execArgv: ['--expose-gc'],
  });
  try {
    const [bytes] = (await once(child, 'message', { signal: AbortSignal.timeout(PATIENCE_MS) })) as unknown[];
    return z.number().parse(bytes);
  } finally {
    child.kill();
  }
}
