import type { Finding } from '../spans/finding';

/** A secret in a text, with what of it may be shown. */
export interface SecretCandidate extends Finding {
  /** The public beginning of the value, which names its issuer and is the same in all of them; may be empty. */
  readonly shown: string;
}

/**
 * Finds secrets of one kind; in time linear in the length, whatever the text. What it decides depends on at most 256
 * characters before a secret and on none after the blank that ends it, so that a stream can be judged piece by piece.
 */
export type SecretRule = (text: string) => Iterable<SecretCandidate>;
