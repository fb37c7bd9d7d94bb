import ipaddr, { type IPv4, type IPv6 } from 'ipaddr.js';
import { InvalidParameterError } from '../../../errors/invalidParameterError';

/** An entry of an allow list. @internal */
export type AllowedUrl =
  | { readonly kind: 'range'; readonly address: IPv4 | IPv6; readonly bits: number }
  | {
      readonly kind: 'host';
      readonly protocol: string | undefined;
      /** As in a URL: lower case, punycode; without `www.`. */
      readonly host: string;
      readonly port: string | undefined;
      readonly path: string;
      readonly hosts: 'itself' | 'subdomains' | 'both';
    };

const FOUR_NUMBERS = /^\d+\.\d+\.\d+\.\d+$/;
const allowedForms = 'a host, a URL, an address or a range of addresses such as 10.0.0.0/8';

/** @throws {InvalidParameterError} @internal */
export function readAllowedUrl(entry: string, allowSubdomains: boolean): AllowedUrl {
  const bare = entry.replace(/^\[(.*)\]$/, '$1');
  if (ipaddr.isValidCIDR(bare)) {
    const [address, bits] = ipaddr.parseCIDR(bare);
    return { kind: 'range', address, bits };
  }
  if (isAddress(bare)) {
    const address = ipaddr.process(bare);
    return { kind: 'range', address, bits: address.kind() === 'ipv4' ? 32 : 128 };
  }
  return readHost(entry, allowSubdomains);
}

function readHost(entry: string, allowSubdomains: boolean): AllowedUrl {
  const isUrl = entry.includes('://');
  const isWildcard = entry.startsWith('*.');
  const written = isUrl ? entry : `https://${isWildcard ? entry.slice(2) : entry}`;
  const url = URL.canParse(written) ? new URL(written) : undefined;
  if (!url || isBadRange(entry) || url.hostname === '' || url.username !== '' || url.hostname.includes('*')) {
    throw new InvalidParameterError('allowedUrls', entry, allowedForms);
  }
  return {
    kind: 'host',
    protocol: isUrl ? url.protocol : undefined,
    host: hostOf(url),
    port: url.port === '' ? undefined : url.port,
    path: url.pathname,
    hosts: isWildcard ? 'subdomains' : allowSubdomains && !isUrl ? 'both' : 'itself',
  };
}

/** `10.0.0.0/40` would else be an address and a path. */
function isBadRange(entry: string): boolean {
  const [network = '', bits = ''] = entry.split('/');
  return isAddress(network) && /^\d+$/.test(bits);
}

/** Whether an entry allows a URL; a bare one (of no scheme) meets the entries of every scheme. @internal */
export function allows(entry: AllowedUrl, url: URL, hasScheme: boolean): boolean {
  if (entry.kind === 'range') return isInRange(entry, url);
  if (hasScheme && entry.protocol !== undefined && entry.protocol !== url.protocol) return false;
  return (
    isHostOf(entry, hostOf(url)) &&
    (entry.port === undefined || entry.port === url.port) &&
    isUnder(entry.path, url.pathname)
  );
}

function isInRange({ address, bits }: AllowedUrl & { kind: 'range' }, { hostname }: URL): boolean {
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  if (!isAddress(host)) return false;
  const parsed = ipaddr.process(host);
  return parsed.kind() === address.kind() && parsed.match(address, bits);
}

/** What ipaddr.js reads, but for the short forms of old: `10.1`, `0x7f.1`, `12`. */
function isAddress(text: string): boolean {
  return (text.includes(':') || FOUR_NUMBERS.test(text)) && ipaddr.isValid(text);
}

function isHostOf({ host: allowed, hosts }: AllowedUrl & { kind: 'host' }, host: string): boolean {
  if (host === allowed) return hosts !== 'subdomains';
  return hosts !== 'itself' && host.endsWith(`.${allowed}`);
}

/** `/docs` allows `/docs` and `/docs/a`, and not `/docs-of-others`. */
function isUnder(allowed: string, path: string): boolean {
  return path === allowed || path.startsWith(allowed.endsWith('/') ? allowed : `${allowed}/`);
}

function hostOf({ hostname }: URL): string {
  return hostname
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^www\./, '');
}
