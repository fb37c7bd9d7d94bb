/**
 * Telling phrases of one language, separated by commas. A phrase is whole words; `*` at its end stands for any ending, at
 * its beginning for the first part of a compound. Phrases in scripts without blanks are found anywhere. Of punctuation
 * nothing else: "I'm" is `i m`, as in what `plainWords` gives.
 */
export interface Words {
  /** A phrase that settles the matter: "translate into". */
  readonly sure?: string;
  /** One alone is enough when nothing speaks against it. */
  readonly telling?: string;
  /** One alone is just enough, where nothing else is said. */
  readonly weak?: string;
  /** Means other things too ("contract" in grammar, "class" in school): it takes several. */
  readonly faint?: string;
}

/** By language, as ISO 639-1 writes it. */
export type Vocabulary = Readonly<Record<string, Words>>;
