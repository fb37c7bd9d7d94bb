/** How to reach a Redis, with every choice made. */
export interface RedisServer {
  readonly host: string;
  readonly port: number;
  readonly username: string | undefined;
  readonly password: string | undefined;
  readonly database: number;
  /** undefined = no TLS. */
  readonly tls: RedisTls | undefined;
  readonly cluster: boolean;
  /** How long a call waits for a first connection, in ms. */
  readonly connectTimeoutMs: number;
  /** How long a call waits for its answer, or for a lost connection to come back, in ms. */
  readonly commandTimeoutMs: number;
}

export interface RedisTls {
  /** Whether a certificate that nobody trusted has signed is refused. */
  readonly rejectUnauthorized: boolean;
  /** PEM text of the certificates to trust in place of the usual ones. */
  readonly ca: string | undefined;
}
