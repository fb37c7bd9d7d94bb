/** How a text is cut into the parts that a model judges, in words. */
export interface WindowShape {
  readonly size: number;
  /** A shorter text says too little. */
  readonly fewest: number;
}

/** Some words in a row out of a text. */
export interface Window {
  readonly tokens: readonly string[];
  /** 0 to 1: where in the text. */
  readonly place: number;
}

/** The parts of a text that are judged; each word of a long text is in two. None for a text that is too short. */
export function windowsOf(tokens: readonly string[], { size, fewest }: WindowShape): Window[] {
  if (tokens.length < fewest) return [];
  if (tokens.length <= size) return [{ tokens, place: 0 }];
  const count = Math.ceil(tokens.length / (size / 2)) - 1;
  return Array.from({ length: count }, (_, index) => {
    const start = (index * size) / 2;
    return { tokens: tokens.slice(start, start + size), place: start / tokens.length };
  });
}

/** The logit of the text, where one of so many windows has this one: more windows are more chances to be wrong. */
export function amongWindows(logit: number, windows: number): number {
  return logit - Math.log(windows);
}
