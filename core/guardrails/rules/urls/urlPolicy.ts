import { z } from 'zod/v3';
import { readParameter } from '../../../errors/invalidParameterError';
import { saying } from '../../../errors/saying';
import { readAllowedUrl, type AllowedUrl } from './allowedUrl';

/** Which URLs a text may have. */
export interface UrlPolicy {
  /**
   * Hosts (`example.com`, `*.example.com`), with a port or a path where only that is allowed (`example.com:8443/docs`), whole URLs,
   * addresses and ranges of them (`10.0.0.0/8`, `2001:db8::/32`); a list, or a text with commas. None when left out.
   */
  readonly allowedUrls?: string | readonly string[] | undefined;
  /** Without the colon; `https` alone when left out. A bare host has no scheme, and is held against the hosts only. */
  readonly allowedSchemes?: readonly string[] | undefined;
  /** Whether a name or a password before the host (`https://user@host`) is forbidden; true when left out. */
  readonly blockUserinfo?: boolean | undefined;
  /** Whether an allowed host stands for its subdomains too; true when left out. */
  readonly allowSubdomains?: boolean | undefined;
}

/** A policy with every choice made. @internal */
export interface ReadUrlPolicy {
  readonly allowed: readonly AllowedUrl[];
  readonly schemes: ReadonlySet<string>;
  readonly blockUserinfo: boolean;
}

const MOST_ENTRIES = 10_000;
const urlsSaying = `a list of at most ${String(MOST_ENTRIES)} hosts and URLs, or a text with commas between them`;
const schemesSaying = 'a list of schemes such as https';
const flagSaying = 'true or false';

const allowedUrls = z.preprocess(
  (given) => (typeof given === 'string' ? given.split(/[,\n]/) : given),
  z.array(z.string(saying(urlsSaying)), saying(urlsSaying)).max(MOST_ENTRIES, urlsSaying),
);
const scheme = z
  .string(saying(schemesSaying))
  .regex(/^[a-z][a-z0-9+.-]{0,30}:?$/i, schemesSaying)
  .transform((given) => given.replace(':', '').toLowerCase());
const schemes = z.array(scheme, saying(schemesSaying)).max(100, schemesSaying);
const flag = z.boolean(saying(flagSaying));

/** @throws {InvalidParameterError} naming the entry that is no host, URL or range @internal */
export function readUrlPolicy(given: Partial<Record<keyof UrlPolicy, unknown>>): ReadUrlPolicy {
  const allowSubdomains = readParameter('allowSubdomains', given.allowSubdomains ?? true, flag);
  const entries = readParameter('allowedUrls', given.allowedUrls ?? [], allowedUrls);
  return {
    allowed: entries
      .map((entry) => entry.trim())
      .filter((entry) => entry !== '')
      .map((entry) => readAllowedUrl(entry, allowSubdomains)),
    schemes: new Set(readParameter('allowedSchemes', given.allowedSchemes ?? ['https'], schemes)),
    blockUserinfo: readParameter('blockUserinfo', given.blockUserinfo ?? true, flag),
  };
}
