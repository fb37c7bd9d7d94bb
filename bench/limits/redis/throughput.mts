import type { Work } from '../speed/nanoseconds.mts';

/** Calls a second over at least `sliceMs`, when `callers` of them are always under way. */
export async function callsPerSecond(work: Work, callers: number, sliceMs: number): Promise<number> {
  let calls = 0;
  const start = performance.now();
  const end = start + sliceMs;
  const callOneAfterAnother = async (): Promise<void> => {
    while (performance.now() < end) {
      await work();
      calls += 1;
    }
  };
  await Promise.all(Array.from({ length: callers }, callOneAfterAnother));
  return (calls * 1_000) / (performance.now() - start);
}
