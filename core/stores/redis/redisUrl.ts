/** What the address of a Redis says, e.g. `rediss://user:password@redis.example.com:6380/2`. */
export interface RedisUrl {
  readonly host: string;
  readonly port?: number;
  readonly username?: string;
  readonly password?: string;
  readonly database?: number;
  readonly tls: boolean;
}

/** @returns undefined for a text that is no such address, or says more than is understood */
export function readRedisUrl(text: string): RedisUrl | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, hostname, port, username, password, pathname, search, hash } = new URL(text);
  const database = /^\/?(\d{0,5})$/.exec(pathname)?.[1];
  const user = decoded(username);
  const secret = decoded(password);
  if (!/^rediss?:$/.test(protocol) || hostname === '' || search !== '' || hash !== '') return undefined;
  if (database === undefined || user === undefined || secret === undefined) return undefined;
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    tls: protocol === 'rediss:',
    ...(port === '' ? {} : { port: Number(port) }),
    ...(user === '' ? {} : { username: user }),
    ...(secret === '' ? {} : { password: secret }),
    ...(database === '' ? {} : { database: Number(database) }),
  };
}

function decoded(part: string): string | undefined {
  // A percent sign that stands for itself is left as it is written.
  return /%(?![0-9a-f]{2})/i.test(part) ? undefined : decodeURIComponent(part);
}
