import { freePort } from '../support/ports.mts';

const ATTEMPTS = 3;

/**
 * Starts a server on a free port, and on another one when somebody takes it in the moment between.
 * @param start fails with an error that says "in use" when the port is taken
 * @returns the port
 */
export async function onFreePort(
  start: (port: number) => Promise<void>,
  attempts = ATTEMPTS,
): Promise<number> {
  const port = await freePort();
  try {
    await start(port);
    return port;
  } catch (error) {
    const taken = error instanceof Error && /in use/i.test(error.message);
    if (!taken || attempts === 1) throw error;
    return await onFreePort(start, attempts - 1);
  }
}
