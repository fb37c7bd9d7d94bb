export interface Load {
  readonly total: number;
  readonly inFlight: number;
}

/** Sends `total` requests, `inFlight` of them at any time. Answers how many a second came back. */
export async function requestsPerSecond(
  { total, inFlight }: Load,
  request: () => Promise<void>,
): Promise<number> {
  let sent = 0;
  const sendOneAfterAnother = async (): Promise<void> => {
    while (sent < total) {
      sent += 1;
      await request();
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: inFlight }, sendOneAfterAnother));
  return (total * 1000) / (performance.now() - start);
}
