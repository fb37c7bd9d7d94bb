/** `x123`, `ext. 45`, `#7`, `Durchwahl 12`, `poste 3` directly after a number. */
const EXTENSION =
  /[,;]? {0,2}(?:x|ext(?:ension|n)?\.?|#|durchwahl|poste|anexo|interno|ramal)[ .:]{0,2}[0-9]{1,7}(?![\p{L}\p{N}])/iuy;

const FIRST_LETTERS = 'xXeE#dDpPaAiIrR';
const LONGEST_BLANK = 3;

/** How many characters of an extension follow a position; 0 when none does. */
export function extensionAt(text: string, position: number): number {
  if (!mayBeginAt(text, position)) return 0;
  EXTENSION.lastIndex = position;
  return EXTENSION.exec(text)?.[0].length ?? 0;
}

/** Whether one of the letters that the word begins with follows; asked of every number, so without a pattern. */
function mayBeginAt(text: string, position: number): boolean {
  let first = position;
  while (first - position < LONGEST_BLANK && ' ,;'.includes(text.charAt(first)) && first < text.length)
    first += 1;
  return first < text.length && FIRST_LETTERS.includes(text.charAt(first));
}
