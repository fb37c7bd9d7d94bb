import { once } from 'node:events';
import { createServer } from 'node:net';

export const LOOPBACK = '127.0.0.1';

/** A TCP port of the loopback interface that nothing listens on at this moment: `preferred` when it is free. */
export async function freePort(preferred = 0): Promise<number> {
  const server = createServer();
  try {
    server.listen(preferred, LOOPBACK);
    await once(server, 'listening');
    return portOf(server.address());
  } catch (error) {
    if (preferred === 0) throw error;
    return await freePort();
  } finally {
    server.close();
  }
}

/** The port of a listening server's `address()`. @throws TypeError when it listens on no port. */
export function portOf(address: ReturnType<ReturnType<typeof createServer>['address']>): number {
  if (address === null || typeof address === 'string') throw new TypeError('The server listens on no port.');
  return address.port;
}
