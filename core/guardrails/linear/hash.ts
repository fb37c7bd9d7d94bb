const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** The beginning of every hash. */
export const EMPTY_HASH = OFFSET;

/** The hash of what was hashed so far and one more UTF-16 unit: a step of FNV-1a. */
export function hashFurther(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, PRIME);
}

/** Spreads a hash over all 32 bits (the last steps of MurmurHash3), since tables use its lowest. An unsigned number. */
export function spread(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** 32 bits that stand for a text, the same on every machine. */
export function hashOf(text: string): number {
  let hash = EMPTY_HASH;
  for (let index = 0; index < text.length; index += 1) hash = hashFurther(hash, text.charCodeAt(index));
  return spread(hash);
}

/** 32 bits that stand for two hashes in this order. */
export function hashOfPair(first: number, second: number): number {
  return spread(Math.imul(first, PRIME) ^ second);
}
