import ipaddr from 'ipaddr.js';
import type { TextView } from '../../text/textView';
import type { Candidate, EntityDetector } from '../entityDetector';

export interface IpAddressOptions {
  /** Whether private, loopback, link-local and unspecified addresses count. */
  readonly includePrivate: boolean;
}

/** IPv4 and IPv6 addresses; `203[.]0[.]113[.]9` too. */
export function ipAddressDetector({ includePrivate }: IpAddressOptions): EntityDetector<'ip_address'> {
  return {
    type: 'ip_address',
    supportingWords: SUPPORTING,
    opposingWords: OPPOSING,
    *find(view) {
      for (const { start, end, confidence, written } of addressesIn(view)) {
        if (includePrivate || !isPrivate(written)) yield { start, end, confidence };
      }
    },
  };
}

const SUPPORTING = [
  'ip',
  'ips',
  'ipv',
  'address',
  'addr',
  'host',
  'server',
  'client',
  'gateway',
  'dns',
  'subnet',
];

const OPPOSING = (
  'version versions ver release releases released build firmware driver revision rev upgrade upgraded update updated patch semver chapter ' +
  'section sections clause article annex appendix paragraph figure table oid assembly package ' +
  'android chrome chromium edge electron firefox ios java jdk kernel linux macos mysql nginx node openssl php postgres python ruby safari windows'
).split(' ');

function isPrivate(written: string): boolean {
  return PRIVATE_RANGES.has(ipaddr.process(written).range());
}

const PRIVATE_RANGES: ReadonlySet<string> = new Set([
  'private',
  'loopback',
  'linkLocal',
  'uniqueLocal',
  'unspecified',
  'carrierGradeNat',
]);

interface Found extends Candidate {
  /** In the plain notation, without a zone. */
  readonly written: string;
}

function* addressesIn({ text }: TextView): Generator<Found> {
  yield* ipv4In(text);
  yield* ipv6In(text);
}

/** Four numbers could be a version too; that many hexadecimal groups are hardly anything else. */
const IPV4 = 0.7;
const IPV6 = 0.9;

const OCTET = '(?:0|[1-9][0-9]{0,2})';
const DOT = String.raw`(?:\.|\[\.\]|\(\.\)| ?\[dot\] ?| ?\(dot\) ?)`;

/** Not a piece of a longer dotted number or of a word, not `v1.2.3.4`, not `Chrome/120.0.0.0`. */
const IPV4_PATTERN = String.raw`(?<![\p{L}\p{N}_]|[0-9]\.|\p{L}\/)${OCTET}(?:${DOT}${OCTET}){3}(?![\p{L}\p{N}_]|\.[0-9]|\[\.\])`;

function* ipv4In(text: string): Generator<Found> {
  for (const match of text.matchAll(new RegExp(IPV4_PATTERN, 'giu'))) {
    const written = match[0].replace(/[^0-9]+/g, '.');
    if (!ipaddr.IPv4.isValidFourPartDecimal(written)) continue;
    yield { start: match.index, end: match.index + match[0].length, confidence: IPV4, written };
  }
}

/** The longest that an address is written, IPv4 in its last part. */
const LONGEST_IPV6 = 45;
const IPV6_CHARACTER = /[0-9a-f:.]/i;
const ZONE = /%[a-z0-9]{1,15}(?![a-z0-9])/iy;

function* ipv6In(text: string): Generator<Found> {
  const checked = new Map<string, boolean>();
  const isValid = (written: string) => {
    const known = checked.get(written) ?? (isAllocated(written) && ipaddr.IPv6.isValid(written));
    checked.set(written, known);
    return known;
  };
  let read = 0;
  for (let colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', read)) {
    const { start, end } = hexadecimalAround(text, colon, read);
    const found = ipv6At(text, start, end, isValid);
    if (found !== undefined) yield found;
    read = end;
  }
}

/** What could be an address round a colon; nothing before `read` is looked at twice. */
function hexadecimalAround(text: string, colon: number, read: number): { start: number; end: number } {
  let start = colon;
  while (start > read && colon - start <= LONGEST_IPV6 && IPV6_CHARACTER.test(text.charAt(start - 1)))
    start -= 1;
  let end = colon + 1;
  while (end < text.length && IPV6_CHARACTER.test(text.charAt(end))) end += 1;
  return { start, end };
}

function ipv6At(
  text: string,
  from: number,
  to: number,
  isValid: (written: string) => boolean,
): Found | undefined {
  if (to - from > LONGEST_IPV6) return undefined;
  const trimmed = text.slice(from, to).replace(/(?:\.|(?<!:):)$/, '');
  const withPort = trimmed.replace(/^:(?!:)/, '');
  const start = from + trimmed.length - withPort.length;
  const written = withPort.replace(PORT, '');
  const end = start + written.length;
  if (/[\p{L}\p{N}_]/u.test(text.charAt(start - 1)) || /[\p{L}\p{N}_]/u.test(text.charAt(end)))
    return undefined;
  if (!isValid(written) || isSubscript(text, start)) return undefined;
  return { start, end: end + zoneLength(text, end), confidence: IPV6, written };
}

function zoneLength(text: string, position: number): number {
  if (text.charAt(position) !== '%') return 0;
  ZONE.lastIndex = position;
  return ZONE.exec(text)?.[0].length ?? 0;
}

/**
 * Shortened addresses look like other things (`a::b` of C++, `1::2` of a slice), so that only those count that begin
 * as the address space is given out: global unicast, unique local, link-local, multicast, NAT64, and what `::` begins.
 */
function isAllocated(written: string): boolean {
  if (!written.includes('::')) return EIGHT_GROUPS.test(written) && !EUI_64.test(written);
  return /^(?:::[0-9f]|[23][0-9a-f]{3}:|f[cdef][0-9a-f]{2}:|64:ff9b:)/i.test(written);
}

/** Behind all eight groups, as Java and Go print it: `2001:db8:0:0:0:0:0:9:8080`. */
const PORT = /(?<=^(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}):[0-9]{2,5}$/i;

/** The last two may be written as IPv4. */
const EIGHT_GROUPS = /^(?:[0-9a-f]{1,4}:){6}[0-9a-f]{1,4}(?::[0-9a-f]{1,4}|\.)/i;
/** Eight groups of two are a hardware address. */
const EUI_64 = /^(?:[0-9a-f]{2}:){7}[0-9a-f]{2}$/i;

/** `items[::2]`. */
function isSubscript(text: string, start: number): boolean {
  return text.charAt(start - 1) === '[' && /[\p{L}\p{N}_)\]]/u.test(text.charAt(start - 2));
}
