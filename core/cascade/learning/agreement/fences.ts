const FENCE = '```';

/** What stands inside code fences, the first line of a block (its language) left out. */
export function fencedBlocks(text: string): string[] {
  return text
    .split(FENCE)
    .filter((_, index) => index % 2 === 1)
    .map((block) => block.slice(block.indexOf('\n') + 1));
}
