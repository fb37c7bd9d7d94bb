/** Waits. */
export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

/** The time since `start` (a `performance.now()`) for a reader: `0.4 s`, `12 s`, `3 min 5 s`. */
export function elapsedSince(start: number): string {
  const seconds = (performance.now() - start) / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${seconds.toFixed(0)} s`;
  return `${String(Math.floor(seconds / 60))} min ${String(Math.floor(seconds % 60))} s`;
}

export interface PollOptions {
  /** What is waited for, as in "waited 30 s for <what>". */
  readonly what: string;
  readonly timeoutMs: number;
  readonly intervalMs?: number;
}

/**
 * Asks `look` again and again until it answers something.
 * @throws Error when it has not after `timeoutMs`; whatever `look` throws ends the waiting too.
 */
export async function waitFor<T>(look: () => Promise<T | undefined>, options: PollOptions): Promise<T> {
  const { what, timeoutMs, intervalMs = 100 } = options;
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > deadline) throw new Error(`Waited ${String(timeoutMs / 1000)} s for ${what}.`);
    await sleep(intervalMs);
  }
}
