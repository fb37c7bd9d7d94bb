import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { z } from 'zod/v3';
import { projectPath } from '../../../scripts/support/project.mts';
import type { Job } from './job.mts';

const PATIENCE_MS = 30_000;

/** How many requests run at the same time when several processes each ask for the job's requests. */
export async function admittedBetween(processes: number, job: Job): Promise<number> {
  const children = Array.from({ length: processes }, () =>
    fork(projectPath('bench', 'limits', 'concurrency', 'raceProcess.mts'), [JSON.stringify(job)]),
  );
  try {
    await Promise.all(children.map(messageOf));
    await told(children, 'ask');
    const ended = Promise.all(children.map((child) => once(child, 'exit', bounded())));
    const admitted = await told(children, 'settle');
    await ended;
    return z
      .array(z.number())
      .parse(admitted)
      .reduce((sum, count) => sum + count, 0);
  } finally {
    for (const child of children) child.kill();
  }
}

async function told(children: readonly ChildProcess[], message: string): Promise<readonly unknown[]> {
  const answers = Promise.all(children.map(messageOf));
  for (const child of children) child.send(message);
  return answers;
}

async function messageOf(child: ChildProcess): Promise<unknown> {
  const [message] = (await once(child, 'message', bounded())) as unknown[];
  return message;
}

function bounded(): { readonly signal: AbortSignal } {
  return { signal: AbortSignal.timeout(PATIENCE_MS) };
}
