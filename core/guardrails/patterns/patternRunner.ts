/** Runs the patterns that users write. Those can take exponential time, so a host has to bound it. */
export interface PatternRunner {
  /**
   * All matches, in order, as `text.matchAll(new RegExp(source, flags + 'g'))` gives them.
   * @throws when the pattern is invalid, or takes longer than the runner allows
   */
  matchAll(
    source: string,
    text: string,
    flags?: string,
  ): Iterable<{ readonly index: number; readonly 0: string }>;
}
