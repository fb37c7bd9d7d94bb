/** `x123`, `ext. 45`, `#7`, `Durchwahl 12`, `poste 3` directly after a number. */
const EXTENSION =
  /[,;]? {0,2}(?:x|ext(?:ension|n)?\.?|#|durchwahl|poste|anexo|interno|ramal)[ .:]{0,2}[0-9]{1,7}(?![\p{L}\p{N}])/iuy;

const BEGINNING = /[,; xe#dpair]/i;

/** How many characters of an extension follow a position; 0 when none does. */
export function extensionAt(text: string, position: number): number {
  if (!BEGINNING.test(text.charAt(position))) return 0;
  EXTENSION.lastIndex = position;
  return EXTENSION.exec(text)?.[0].length ?? 0;
}
