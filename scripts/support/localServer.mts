import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { LOOPBACK, portOf } from './ports.mts';

/** An HTTP server that only this machine can reach, on a free port. */
export class LocalServer {
  readonly #server: Server;

  constructor(handle: RequestListener) {
    this.#server = createServer(handle);
  }

  async listen(): Promise<void> {
    this.#server.listen(0, LOOPBACK);
    await once(this.#server, 'listening');
  }

  /** Like `http://127.0.0.1:4010`. @throws TypeError before it listens */
  get origin(): string {
    return `http://${LOOPBACK}:${String(portOf(this.#server.address()))}`;
  }

  /** Cuts what is open and frees the port. */
  async stop(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }
}
