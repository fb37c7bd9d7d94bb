/** Languages of which brackets and quotation marks are read, though nothing else. */
const bracketed: ReadonlySet<string> = new Set(
  'sql mysql postgresql json java kotlin c cpp c++ csharp c# cs go golang php swift css scss'.split(' '),
);
/** Strings and comments, in which brackets need no partner, and the brackets. */
const piece = /"(?:[^"\\\n]|\\[^\n])*"|'(?:[^'\\\n]|\\[^\n])*'|\/\/[^\n]*|[()[\]{}]/g;
const pieceOfSql = /"[^"\n]*"|'[^'\n]*'|--[^\n]*|[()]/g;
const partners: ReadonlyMap<string, string> = new Map([
  [')', '('],
  [']', '['],
  ['}', '{'],
]);

/** Whether brackets stand open or close what was not opened. Nothing is said of languages that are not known here. */
export function hasLooseBrackets(language: string, code: string): boolean {
  if (!bracketed.has(language)) return false;
  const open: string[] = [];
  for (const [found] of code.matchAll(language.includes('sql') ? pieceOfSql : piece)) {
    const partner = partners.get(found);
    if (found === '(' || found === '[' || found === '{') open.push(found);
    else if (partner !== undefined && open.pop() !== partner) return true;
  }
  return open.length > 0;
}
