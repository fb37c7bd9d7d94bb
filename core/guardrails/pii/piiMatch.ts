/** A piece of personal data in a text. */
export interface PiiMatch {
  /** One of `PII_TYPES`, or the name of an entity of one's own. */
  readonly piiType: string;
  /** What was found, masked: `j***@***`, `****1111`. */
  readonly value: string;
  /** UTF-16 units of the text, the end exclusive. */
  readonly position: readonly [start: number, end: number];
  /** 0 to 1. */
  readonly confidence: number;
}
