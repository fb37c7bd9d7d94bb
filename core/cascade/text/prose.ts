const listed = /^\s*(?:[-*+#>|•]|\d+[.)])/;
const fence = /^\s*(?:```|~~~)/;

/** The lines of a text that are sentences: no lists, tables, headings or blocks of code. */
export function proseOf(text: string): string {
  let inCode = false;
  const kept = text.split('\n').filter((line) => {
    if (fence.test(line)) inCode = !inCode;
    return !inCode && !fence.test(line) && !listed.test(line);
  });
  return kept.join('\n');
}
