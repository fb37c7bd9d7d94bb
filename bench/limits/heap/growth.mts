const COLLECTIONS = 4;

/** What is still alive after `fill` and was not before it, in bytes. Wants Node's --expose-gc. */
export async function growthBy(fill: () => Promise<unknown>): Promise<number> {
  const before = bytesInUse();
  const filled = await fill();
  const after = bytesInUse();
  if (filled === undefined) throw new Error('What was filled has to be handed over, so that it stays alive.');
  return after - before;
}

/** @throws Error without --expose-gc */
function bytesInUse(): number {
  if (globalThis.gc === undefined) throw new Error('This has to run with --expose-gc.');
  for (let collection = 0; collection < COLLECTIONS; collection += 1) globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
