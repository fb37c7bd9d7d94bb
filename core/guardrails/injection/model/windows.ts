/** Words in a window. An attack inside a long text fills at least one. */
const SIZE = 300;
/** A style shows only in so many words; shorter texts are left to phrases. */
const FEWEST = 20;

/** Some words in a row out of a text. */
export interface Window {
  readonly tokens: readonly string[];
  /** 0 to 1: where in the text. */
  readonly place: number;
}

/** The parts of a text in which its style is judged; each word of a long text is in two. None for a short text. */
export function windowsOf(tokens: readonly string[]): Window[] {
  if (tokens.length < FEWEST) return [];
  if (tokens.length <= SIZE) return [{ tokens, place: 0 }];
  const count = Math.ceil(tokens.length / (SIZE / 2)) - 1;
  return Array.from({ length: count }, (_, index) => {
    const start = (index * SIZE) / 2;
    return { tokens: tokens.slice(start, start + SIZE), place: start / tokens.length };
  });
}

/** The logit of the text, where one of so many windows has this one: more windows are more chances to be wrong. */
export function amongWindows(logit: number, windows: number): number {
  return logit - Math.log(windows);
}
