// Runs a batch in a process of its own, run with --expose-gc, and tells its parent how many bytes its results take, and
// how many more were in use at most while it ran.
import { setTimeout } from 'node:timers/promises';
import { loadCore } from '../engineOverhead/workload.mts';

const LOOKS = 10;
const CALL_MS = 5;

const [, , size = ''] = process.argv;
process.send?.(await measure(Number(size)), () => process.exit());

async function measure(total: number): Promise<{ results: number; most: number }> {
  const { runBatch } = await loadCore();
  const queries = Array.from({ length: total }, (_, index) => index);
  const before = bytesInUse();
  const during: { answered: number; bytes: number }[] = [];
  let answered = 0;
  const result = await runBatch(
    queries,
    async (query) => {
      await setTimeout(CALL_MS);
      answered += 1;
      if (answered % Math.ceil(total / LOOKS) === 0) during.push({ answered, bytes: bytesInUse() - before });
      return { query };
    },
    { strategy: 'adaptive', duplicateKeyOf: String, timeoutMs: 60_000, totalTimeoutMs: 600_000 },
  );
  if (result.done !== total) throw new Error(`Only ${String(result.done)} queries were answered.`);
  const results = bytesInUse() - before;
  const above = during.map((look) => look.bytes - (results * look.answered) / total);
  return { results, most: Math.max(...above) };
}

/** @throws Error without --expose-gc */
function bytesInUse(): number {
  if (globalThis.gc === undefined) throw new Error('This has to run with --expose-gc.');
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
