/** A key format of an issuer: what all such keys begin with, and what follows. */
export interface TokenFormat {
  /** As findings name it: `github_token`. */
  readonly type: string;
  /** The same in all keys of the kind, so that it may be shown. */
  readonly prefix: string;
  /** Source of a pattern for what follows, the end of the key included. Repetitions in it are bounded. */
  readonly body: string;
  /** 0 to 1, for a body that is not filling. */
  readonly confidence: number;
  /** The prefix is so short that words have it too: the body must look random. */
  readonly ambiguous: boolean;
  /** Whether the checksum in the key is right; a key that has a wrong one may still be an old or a future kind. */
  readonly checksum?: (key: string) => boolean;
}

export const ALPHANUMERIC = 'A-Za-z0-9';
export const URL_SAFE = 'A-Za-z0-9_\\-';
export const LOWER_HEX = 'a-f0-9';

type Length = number | readonly [least: number, most: number];

/** So many characters of an alphabet, and no further one after them. */
export function run(alphabet: string, length: Length): string {
  const [least, most] = typeof length === 'number' ? [length, length] : length;
  return `[${alphabet}]{${String(least)},${String(most)}}(?![${alphabet}])`;
}

/** Keys that begin in a way nothing else does. */
export function distinct(type: string, prefixes: string, body: string): TokenFormat[] {
  return prefixes.split(' ').map((prefix) => ({ type, prefix, body, confidence: 0.95, ambiguous: false }));
}

/** Keys whose beginning words and identifiers have too. */
export function ambiguous(type: string, prefixes: string, body: string): TokenFormat[] {
  return prefixes.split(' ').map((prefix) => ({ type, prefix, body, confidence: 0.85, ambiguous: true }));
}
