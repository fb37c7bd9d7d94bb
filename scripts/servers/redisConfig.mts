import { LOOPBACK } from '../support/ports.mts';
import type { Certificate } from './certificate.mts';

export interface RedisOptions {
  /** Of the user `default`, who has none when not given. */
  readonly password?: string;
  /** An ACL user who may do everything; `default` is then switched off. */
  readonly user?: { readonly name: string; readonly password: string };
  /** Speaks TLS only, with a certificate that it signed itself. */
  readonly tls?: boolean;
  /** How many databases there are: 16 when not given. */
  readonly databases?: number;
  /** Keeps what it acknowledged over `kill` and `restart`; else it comes back empty. */
  readonly appendOnly?: boolean;
  /** Makes it a node of a cluster, which knows no other one yet: the port where it hears them. Wants Redis 7. */
  readonly busPort?: number;
}

export interface RedisPlace {
  readonly port: number;
  readonly certificate: Certificate | undefined;
}

/** The text of a configuration file (https://redis.io/docs/latest/operate/oss_and_stack/management/config/). */
export function redisConfig(options: RedisOptions, { port, certificate }: RedisPlace): string {
  const { password, user, databases, appendOnly = false, busPort } = options;
  const lines = [
    ['bind', LOOPBACK],
    ['save', ''],
    ['appendonly', appendOnly ? 'yes' : 'no'],
    ...(certificate === undefined ? [['port', String(port)]] : tlsLines(port, certificate)),
    ...(busPort === undefined ? [] : clusterLines(busPort)),
    ...(databases === undefined ? [] : [['databases', String(databases)]]),
    ...(password === undefined ? [] : [['requirepass', password]]),
    ...(user === undefined ? [] : userLines(user)),
  ];
  return lines.map(([name, ...values]) => [name, ...values.map(quoted)].join(' ')).join('\n');
}

function tlsLines(port: number, { certificateFile, keyFile }: Certificate): string[][] {
  return [
    ['port', '0'],
    ['tls-port', String(port)],
    ['tls-cert-file', certificateFile],
    ['tls-key-file', keyFile],
    ['tls-ca-cert-file', certificateFile],
    ['tls-auth-clients', 'no'],
  ];
}

function clusterLines(busPort: number): string[][] {
  return [
    ['cluster-enabled', 'yes'],
    ['cluster-port', String(busPort)],
    ['cluster-announce-ip', LOOPBACK],
    ['cluster-node-timeout', '2000'],
  ];
}

function userLines({ name, password }: { name: string; password: string }): string[][] {
  return [
    ['user', 'default', 'off'],
    ['user', name, 'on', `>${password}`, '~*', '&*', '+@all'],
  ];
}

/** Redis reads the same escapes in a quoted word as JSON has for these characters. */
function quoted(word: string): string {
  return JSON.stringify(word);
}
