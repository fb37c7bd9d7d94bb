import { tokenFormats } from '../secrets/formats/tokenFormats';
import { JWT_PREFIX } from '../secrets/jsonWebToken';

/** What the keys of an issuer begin with: it names the issuer and is the same in all of them. The longest first. */
const PUBLIC_PREFIXES = [...new Set([...tokenFormats.map(({ prefix }) => prefix), JWT_PREFIX])].sort(
  (one, other) => other.length - one.length,
);

/** The public beginning of a key, empty when it has none that is known. */
export function publicPrefixOf(value: string): string {
  return PUBLIC_PREFIXES.find((prefix) => value.startsWith(prefix)) ?? '';
}
