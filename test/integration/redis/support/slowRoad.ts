import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { LOOPBACK, portOf } from '../../../../scripts/support/ports.mts';

/** A road to a server on which all that the server says takes its time. */
export class SlowRoad {
  /** How long an answer is under way. */
  delayMs = 0;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(target: number) {
    this.#server = createServer((near) => {
      const far = connect(target, LOOPBACK);
      near.on('data', (chunk) => far.write(chunk));
      far.on('data', (chunk) => {
        setTimeout(() => near.write(chunk), this.delayMs);
      });
      this.#tie(near, far);
      this.#tie(far, near);
    });
  }

  /** @param target the port of the server at its other end */
  static async to(target: number): Promise<SlowRoad> {
    const road = new SlowRoad(target);
    road.#server.listen(0, LOOPBACK);
    await once(road.#server, 'listening');
    return road;
  }

  get port(): number {
    return portOf(this.#server.address());
  }

  async close(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  #tie(socket: Socket, other: Socket): void {
    this.#sockets.add(socket);
    socket.on('error', () => other.destroy());
    socket.on('close', () => {
      this.#sockets.delete(socket);
      other.destroy();
    });
  }
}
