/** The words of these lines, a line a language or two. A `*` behind one stands for every ending. */
export function words(...lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split(' '));
}
