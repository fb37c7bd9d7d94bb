import type { Clock } from '../../../time/clock';

/**
 * Waits for `work`, but not longer than `ms`.
 *
 * @param late what to reject with then; `work` goes on unobserved
 */
export async function withinTime<Result>(
  work: Promise<Result>,
  { clock, ms, late }: { clock: Clock; ms: number; late: () => Error },
): Promise<Result> {
  const over = new AbortController();
  const tooLate = async (): Promise<never> => {
    await clock.sleep(ms, over.signal);
    throw late();
  };
  return Promise.race([work, tooLate()]).finally(() => {
    over.abort();
  });
}
