const listed = /^\s*(?:[-*+#>|•]|\d+[.)])/;
const fence = /^\s*(?:```|~~~)/;

/** The lines of a text that are sentences: no lists, tables, headings or blocks of code. */
export function proseOf(text: string): string {
  let inCode = false;
  const kept = text.split('\n').filter((line) => {
    if (fence.test(line)) inCode = !inCode;
    return !inCode && !fence.test(line) && !isListed(line);
  });
  return kept.join('\n');
}

/** A line with fewer words is a name, a heading or a record, not a sentence. */
const FEWEST_WORDS = 8;

/** The lines of its prose that are long enough for a sentence and do not just list things. */
export function sentencesOf(text: string): string {
  const kept = proseOf(text)
    .split('\n')
    .filter((line) => line.trim().split(/\s+/).length >= FEWEST_WORDS && !isEnumeration(line));
  return kept.join('\n');
}

/** A list item, a table row, a heading or a quotation. */
export function isListed(line: string): boolean {
  return listed.test(line);
}

/** Keywords in a row have a comma after every few words. */
export function isEnumeration(line: string): boolean {
  return line.split(/[,;|·]/).length * 4 > line.split(' ').length;
}
