import { reasonOf } from '../../../time/abort';
import type { Clock } from '../../../time/clock';

/**
 * Does work that should not be broken off in the middle: its signal aborts only `graceMs` after the other one.
 *
 * @throws what the work throws
 */
export async function withGrace<Result>(
  { clock, signal, graceMs }: { clock: Clock; signal: AbortSignal | undefined; graceMs: number },
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const working = new AbortController();
  const over = new AbortController();
  const wait = () => {
    clock.sleep(graceMs, over.signal).then(
      () => {
        working.abort(reasonOf(signal));
      },
      () => undefined,
    );
  };
  if (signal?.aborted) wait();
  else signal?.addEventListener('abort', wait, { once: true });
  return await work(working.signal).finally(() => {
    signal?.removeEventListener('abort', wait);
    over.abort();
  });
}
