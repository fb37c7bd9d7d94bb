import { fork } from 'node:child_process';
import { once } from 'node:events';
import { z } from 'zod/v3';
import { projectPath } from '../../scripts/support/project.mts';
import type { Effort } from '../support/effort.mts';
import type { Table } from '../support/table.mts';

const PATIENCE_MS = 120_000;
const TARGET_MB = 300;
const MEGABYTE = 1_000_000;

const measured = z.object({ results: z.number(), most: z.number() });

/** What a batch of many queries needs above its results while it runs. */
export async function heap({ quick }: Effort): Promise<Table> {
  const size = quick ? 5000 : 50_000;
  const { results, most } = await measure(size);
  return {
    title: `Batches: heap of ${size.toLocaleString('en')} queries under adaptive, in a fresh process`,
    columns: ['', 'megabytes'],
    rows: [
      ['its results', (results / MEGABYTE).toFixed(1)],
      ['most above the results', (most / MEGABYTE).toFixed(1)],
    ],
    remark: `Target: less than ${String(TARGET_MB)} megabytes above the results.`,
  };
}

async function measure(size: number): Promise<z.infer<typeof measured>> {
  const child = fork(projectPath('bench', 'batch', 'heapProcess.mts'), [String(size)], {
    execArgv: ['--expose-gc'],
  });
  try {
    const [message] = (await once(child, 'message', {
      signal: AbortSignal.timeout(PATIENCE_MS),
    })) as unknown[];
    return measured.parse(message);
  } finally {
    child.kill();
  }
}
