import type { SecretCandidate } from '../candidate';
import { isFilling } from '../likeness/placeholder';
import { RANDOM, randomnessOf } from '../likeness/randomness';
import type { TokenFormat } from './tokenFormat';
import { tokenFormats } from './tokenFormats';

/** The longest prefix first: `sk-proj-` before `sk-`. */
const formats = tokenFormats
  .map((format) => ({ format, body: new RegExp(format.body, 'y') }))
  .sort((one, other) => other.format.prefix.length - one.format.prefix.length);

const prefixes = [...new Set(formats.map(({ format }) => format.prefix))];
const byPrefix = new Map(
  prefixes.map((prefix) => [prefix, formats.filter(({ format }) => prefix.startsWith(format.prefix))]),
);
/** A prefix inside a word is none, but an escaped line break or character may stand right before it. */
const KNOWN_PREFIX = new RegExp(
  `(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2}))(?:${prefixes.map(escaped).join('|')})`,
  'g',
);

/** The keys of known issuers. */
export function* findTokens(text: string): Iterable<SecretCandidate> {
  for (const { index, 0: prefix } of text.matchAll(KNOWN_PREFIX)) {
    const found = firstOf(byPrefix.get(prefix) ?? [], ({ format, body }) =>
      tokenAt(text, index, format, body),
    );
    if (found !== undefined) yield found;
  }
}

/** Where in the text the first key of a known issuer may begin, whatever follows its prefix; -1 for nowhere. */
export function firstKnownPrefix(text: string): number {
  return text.search(KNOWN_PREFIX);
}

function tokenAt(
  text: string,
  start: number,
  format: TokenFormat,
  body: RegExp,
): SecretCandidate | undefined {
  body.lastIndex = start + format.prefix.length;
  const rest = body.exec(text)?.[0];
  if (rest === undefined || isFilling(rest) || randomnessOf(rest) < leastRandomness(format, rest))
    return undefined;
  const key = format.prefix + rest;
  return {
    type: format.type,
    start,
    end: start + key.length,
    confidence: confidenceOf(format, key),
    shown: format.prefix,
  };
}

/** Words after a prefix are somebody's words about keys. Hexadecimal digits make few strange pairs. */
const LEAST_RANDOM = 0.2;

function leastRandomness({ ambiguous }: TokenFormat, body: string): number {
  return ambiguous && !/^[a-f\d]+$/i.test(body) ? RANDOM - 0.1 : LEAST_RANDOM;
}

function confidenceOf({ checksum, confidence }: TokenFormat, key: string): number {
  if (checksum === undefined) return confidence;
  return checksum(key) ? 0.99 : 0.9;
}

function firstOf<Item, Result>(
  items: readonly Item[],
  find: (item: Item) => Result | undefined,
): Result | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function escaped(literal: string): string {
  return literal.replace(/[.$/]/g, '\\$&');
}
