/** What both kinds of ioredis client have: one for a single server, one for a cluster. */
export interface Client {
  readonly status: string;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'ready', listener: () => void): unknown;
  once(event: 'ready', listener: () => void): unknown;
}

/** Whether a client is connected, and if not, why. */
export class Link {
  readonly #client: Client;
  #back: Promise<void> | undefined;
  #fault: Error | undefined;

  constructor(client: Client) {
    this.#client = client;
    client.on('error', (error) => {
      this.#fault = reasonIn(error);
    });
    client.on('ready', () => {
      this.#fault = undefined;
    });
  }

  get ready(): boolean {
    return this.#client.status === 'ready';
  }

  /** @see RedisDriver.fault */
  get fault(): Error | undefined {
    return this.#fault;
  }

  /** Resolves with the next connection. However many wait, the client has one listener. */
  whenReady(): Promise<void> {
    this.#back ??= new Promise((resolve) => {
      this.#client.once('ready', () => {
        this.#back = undefined;
        resolve();
      });
    });
    return this.#back;
  }
}

/** The error of a cluster client only says that no node answered; what the last one said is in it. */
function reasonIn(error: Error): Error {
  return 'lastNodeError' in error && error.lastNodeError instanceof Error ? error.lastNodeError : error;
}
