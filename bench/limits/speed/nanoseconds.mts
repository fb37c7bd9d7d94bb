import type { Awaitable } from '../../../core/index.ts';

const CALLS_BETWEEN_LOOKS_AT_THE_CLOCK = 100;
const NANOSECONDS_A_MS = 1_000_000;

export type Work = () => Awaitable<unknown>;

/**
 * Nanoseconds a call, over at least `sliceMs`. An answer that is no promise is not waited for. Reads `process.hrtime`,
 * because `performance.now` may be simulated.
 */
export async function nanosecondsACall(work: Work, sliceMs: number): Promise<number> {
  const start = process.hrtime.bigint();
  let calls = 0;
  let elapsed = 0;
  while (elapsed < sliceMs * NANOSECONDS_A_MS) {
    for (let call = 0; call < CALLS_BETWEEN_LOOKS_AT_THE_CLOCK; call += 1) {
      const answer = work();
      if (answer instanceof Promise) await answer;
    }
    calls += CALLS_BETWEEN_LOOKS_AT_THE_CLOCK;
    elapsed = Number(process.hrtime.bigint() - start);
  }
  return elapsed / calls;
}
