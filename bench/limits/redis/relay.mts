import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { LOOPBACK, portOf } from '../../../scripts/support/ports.mts';

/** Long enough for a client to finish what it wants to say without an answer. */
const HOLD_MS = 2;

/**
 * Stands between one client that calls once at a time and a server, and counts how often the client spoke. Whatever it
 * says within a moment is passed on together and counts as once: a round trip.
 */
export class Relay {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #roundTrips = 0;

  private constructor(targetPort: number) {
    this.#server = createServer((client) => {
      this.#join(client, connect(targetPort, LOOPBACK));
    });
  }

  static async start(targetPort: number): Promise<Relay> {
    const relay = new Relay(targetPort);
    relay.#server.listen(0, LOOPBACK);
    await once(relay.#server, 'listening');
    return relay;
  }

  /** Like `redis://127.0.0.1:4010`. */
  get url(): string {
    return `redis://${LOOPBACK}:${String(portOf(this.#server.address()))}`;
  }

  get roundTrips(): number {
    return this.#roundTrips;
  }

  async stop(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  #join(client: Socket, server: Socket): void {
    const held: Buffer[] = [];
    const passOn = (): void => {
      this.#roundTrips += 1;
      server.write(Buffer.concat(held.splice(0)));
    };
    client.on('data', (data: Buffer) => {
      if (held.push(data) === 1) setTimeout(passOn, HOLD_MS);
    });
    server.on('data', (data: Buffer) => client.write(data));
    this.#endTogether(client, server);
    this.#endTogether(server, client);
  }

  #endTogether(socket: Socket, other: Socket): void {
    this.#sockets.add(socket);
    socket.setNoDelay(true);
    socket.on('error', () => other.destroy());
    socket.on('close', () => other.destroy());
  }
}
