/** A list of words, written with blanks between them; `_` stands for a blank inside a phrase. */
export function words(list: string): readonly string[] {
  return list
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll('_', ' '));
}
