/** A word of a sentence, or a phrase that is read as one, with what it stands for in patterns. */
export interface Token {
  readonly word: string;
  /** The names that it answers to: itself, and the `#tags` of the vocabularies that have it. */
  readonly names: readonly string[];
  readonly quoted: boolean;
  /** A comma, colon or bracket is before it. */
  readonly afterBreak: boolean;
}

export type Sentence = readonly Token[];
