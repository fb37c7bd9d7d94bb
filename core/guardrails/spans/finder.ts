import type { Finding } from './finding';

/** Findings up to this length are found in whatever pieces a text comes. */
const LONGEST_FINDING = 512;
/** So many characters to either side of a place may decide about it. */
const CONTEXT = 256;
/** From where on what follows a text may make a finding in it or decide about one: so far from its end. */
export const REACH = LONGEST_FINDING + CONTEXT;

/**
 * Finds places in a text. What it decides about a place depends on the characters of the place and on at most 256 to
 * either side, so that a stream can be judged piece by piece.
 */
export interface Finder {
  find(text: string): readonly Finding[];
  /**
   * How much of a text's end is undecided while more may follow. A finder that cannot tell has no such method: then
   * all within {@link REACH} is.
   */
  openEnd?(text: string): OpenEnd;
}

export interface OpenEnd {
  /** Whatever follows the text, no finding that begins before this changes; the text's length when all is decided. */
  readonly from: number;
  /**
   * Something that is a finding as soon as it is complete has begun there, a key block or a token, and goes on however
   * far back that is. Otherwise {@link REACH} bounds what is open.
   */
  readonly known: boolean;
}
