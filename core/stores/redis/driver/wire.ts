import type { Corkable } from './burst';

/** The socket under a connection. */
export interface Wire extends Corkable {
  /** False as soon as one side has ended the connection, which is before the client notices. */
  readonly writable: boolean;
  destroy(reason?: Error): void;
}

/** The socket of an ioredis client, which keeps it in a property that it does not document; undefined when it is gone. */
export function wireOf(client: object): Wire | undefined {
  const stream: unknown = 'stream' in client ? client.stream : undefined;
  return isWire(stream) ? stream : undefined;
}

function isWire(stream: unknown): stream is Wire {
  if (typeof stream !== 'object' || stream === null) return false;
  return (
    'writable' in stream &&
    'cork' in stream &&
    'uncork' in stream &&
    'destroy' in stream &&
    [stream.cork, stream.uncork, stream.destroy].every((method) => typeof method === 'function')
  );
}
