import type { TextView } from '../text/textView';

/** What an entity detector found, in positions of the view's text. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  /** 0 to 1, before the words around it are weighed. */
  readonly confidence: number;
}

/** Finds one kind of personal data. It must take time linear in the length, whatever the text. */
export interface EntityDetector<Type extends string = string> {
  readonly type: Type;
  /** Words that make a candidate near them likelier; lower case, matched as whole words. */
  readonly supportingWords?: readonly string[];
  /** Words that make it less likely: `order`, `invoice`, `isbn`... */
  readonly opposingWords?: readonly string[];
  /** What numbers count: they make it less likely where they stand directly after it, as in `1234567 seconds`. */
  readonly countedWords?: readonly string[];
  find(view: TextView): Iterable<Candidate>;
}
