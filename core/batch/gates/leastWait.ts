const MOST_MS = 1000;

/**
 * The least time in ms until a call is made again that was refused so many times in a row, 1 for the first. A provider
 * that asks for no wait, and refuses again, would else be asked as often as the network lets it.
 */
export function leastWaitMs(refusals: number): number {
  return Math.min(MOST_MS, 2 ** refusals);
}
