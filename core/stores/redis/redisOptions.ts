import { z } from 'zod/v3';
import { InvalidParameterError, readParameter } from '../../errors/invalidParameterError';
import { saying } from '../../errors/saying';
import type { RedisServer, RedisTls } from './redisServer';
import { readRedisUrl, type RedisUrl } from './redisUrl';

/** How to reach Redis, and under which keys to keep what is stored there. What is left out has its default. */
export interface RedisOptions {
  /**
   * Like `redis://user:password@localhost:6379/0`, or `rediss://` for TLS. An option of its own goes before what the
   * address says.
   */
  url?: string;
  /** Default `localhost`. In a cluster, any of its nodes. */
  host?: string;
  /** Default 6379. */
  port?: number;
  username?: string;
  password?: string;
  /** Default 0, the only one that a cluster has. */
  database?: number;
  /** Default false. */
  tls?: boolean | Partial<RedisTls>;
  /** Whether the server is a Redis cluster. Default false. */
  cluster?: boolean;
  /** What all keys begin with: 1 to 100 letters, digits and . _ : / -. Default `cascadeflow`. */
  prefix?: string;
  /** How long a call waits for a first connection: 1 to 60,000 ms. Default 5,000. */
  connectTimeoutMs?: number;
  /** How long a call waits for its answer, or for a lost connection to come back: 1 to 60,000 ms. Default 1,000. */
  commandTimeoutMs?: number;
}

export interface ReadRedisOptions {
  readonly server: RedisServer;
  readonly prefix: string;
}

export const LONGEST_PREFIX = 100;
const LONGEST_TIMEOUT_MS = 60_000;

const urlAllowed = 'an address like redis://user:password@localhost:6379/0, or rediss:// for TLS';
const hostAllowed = 'the name or the address of a host, and nothing else';
const textAllowed = 'a text';
const tlsAllowed = 'true, false, or an object of rejectUnauthorized (true or false) and ca (a PEM text)';
const prefixAllowed = `1 to ${String(LONGEST_PREFIX)} letters, digits and . _ : / -`;

const text = z.preprocess(
  (given) => (typeof given === 'number' ? String(given) : given),
  z.string(saying(textAllowed)).transform((given) => (given === '' ? undefined : given)),
);
const yesOrNo = z.boolean(saying('true or false'));
const prefix = z
  .string(saying(prefixAllowed))
  .regex(/^[\w.:/-]+$/, prefixAllowed)
  .max(LONGEST_PREFIX, prefixAllowed);
const port = wholeNumber(1, 65_535);
const database = wholeNumber(0, 99_999);
const timeout = wholeNumber(1, LONGEST_TIMEOUT_MS);
const tls = z.union(
  [
    z.boolean().transform((on): Partial<RedisTls> | undefined => (on ? {} : undefined)),
    z.object({ rejectUnauthorized: z.boolean().optional(), ca: text.optional() }).strict(tlsAllowed),
  ],
  { errorMap: () => ({ message: tlsAllowed }) },
);

/** @throws {InvalidParameterError}, in which no password is ever shown */
export function readRedisOptions(given: Partial<Record<keyof RedisOptions, unknown>>): ReadRedisOptions {
  const url = given.url === undefined ? undefined : readUrl(given.url);
  const cluster = readParameter('cluster', given.cluster ?? false, yesOrNo);
  const server = {
    host: readHost(given.host ?? url?.host ?? 'localhost'),
    port: readParameter('port', given.port ?? url?.port ?? 6379, port),
    username: readParameter('username', given.username ?? url?.username ?? '', text),
    password: readParameter('password', given.password ?? url?.password ?? '', text),
    database: readDatabase(given.database ?? url?.database ?? 0, cluster),
    tls: readTls(given.tls ?? url?.tls ?? false),
    cluster,
    connectTimeoutMs: readParameter('connectTimeoutMs', given.connectTimeoutMs ?? 5_000, timeout),
    commandTimeoutMs: readParameter('commandTimeoutMs', given.commandTimeoutMs ?? 1_000, timeout),
  };
  return { server, prefix: readParameter('prefix', given.prefix ?? 'cascadeflow', prefix) };
}

function readUrl(given: unknown): RedisUrl {
  const read = typeof given === 'string' ? readRedisUrl(given) : undefined;
  if (read) return read;
  throw new InvalidParameterError('url', concealed(given, /^(\w+:\/\/)?.*$/s, '$1…'), urlAllowed);
}

/** A whole address in place of the host must not give its password away. */
function readHost(given: unknown): string {
  if (typeof given === 'string' && /^[^\s/@[\]]{1,255}$/.test(given)) return given;
  throw new InvalidParameterError('host', concealed(given, /^.*@/s, '…@'), hostAllowed);
}

function readDatabase(given: unknown, cluster: boolean): number {
  const read = readParameter('database', given, database);
  if (cluster && read !== 0) throw new InvalidParameterError('database', read, '0 in a cluster');
  return read;
}

function readTls(given: unknown): RedisTls | undefined {
  const read = readParameter('tls', given, tls);
  return read && { rejectUnauthorized: read.rejectUnauthorized ?? true, ca: read.ca };
}

function wholeNumber(least: number, most: number) {
  const allowed = `a whole number from ${String(least)} to ${String(most)}`;
  return z.number(saying(allowed)).int(allowed).min(least, allowed).max(most, allowed);
}

function concealed(given: unknown, secret: RegExp, shown: string): unknown {
  return typeof given === 'string' ? given.replace(secret, shown) : given;
}
