/**
 * Does the work for 0, 1, 2 and so on, with up to `concurrency` of them under way, and gives what comes of it in that
 * order. No further one is begun while nobody takes what is there.
 *
 * @throws what the work throws, when its turn comes
 */
export async function* inOrder<Result>(
  count: number,
  concurrency: number,
  work: (index: number) => Promise<Result>,
): AsyncGenerator<Result> {
  const ahead: Promise<Result>[] = [];
  let next = 0;
  try {
    while (next < count || ahead.length > 0) {
      while (next < count && ahead.length < concurrency) {
        ahead.push(heeded(work(next)));
        next += 1;
      }
      const first = ahead.shift();
      if (first) yield await first;
    }
  } finally {
    await Promise.allSettled(ahead);
  }
}

/** Failures that are not waited for yet are not unheard of. */
function heeded<Result>(work: Promise<Result>): Promise<Result> {
  work.catch(() => undefined);
  return work;
}
