import { once } from 'node:events';
import { createServer } from 'node:net';

export const LOOPBACK = '127.0.0.1';

/**
 * Below the ports that Linux (from 32,768 on), macOS and Windows (from 49,152 on) give to outgoing connections: one of
 * those could take a port between the moment it is found free and the moment it is used.
 */
const LOWEST = 15_000;
const HIGHEST = 32_000;

/** So many ports in a row are not taken by chance. */
const TRIES = 100;

/** A TCP port of the loopback interface that nothing listens on at this moment: `preferred` when it is free. */
export async function freePort(preferred = anyPort()): Promise<number> {
  let candidate = preferred;
  for (let tried = 1; ; tried += 1) {
    try {
      return await listenedOn(candidate);
    } catch (error) {
      if (tried === TRIES) throw error;
      candidate = anyPort();
    }
  }
}

function anyPort(): number {
  return LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST));
}

/** Listens for a moment. @throws when somebody else does */
async function listenedOn(port: number): Promise<number> {
  const server = createServer();
  try {
    server.listen(port, LOOPBACK);
    await once(server, 'listening');
    return portOf(server.address());
  } finally {
    server.close();
  }
}

/** The port of a listening server's `address()`. @throws TypeError when it listens on no port. */
export function portOf(address: ReturnType<ReturnType<typeof createServer>['address']>): number {
  if (address === null || typeof address === 'string') throw new TypeError('The server listens on no port.');
  return address.port;
}
