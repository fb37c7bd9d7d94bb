const WORD_CHARACTER = /[\p{L}\p{N}\p{M}_]/u;
/** Scripts that put no blanks between words: there every character may begin or end one. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;

/** Whether neither edge cuts a word in two. */
export function standsAlone(text: string, start: number, end: number): boolean {
  return !(isInsideWord(text, start) || isInsideWord(text, end));
}

function isInsideWord(text: string, position: number): boolean {
  return joins(characterBefore(text, position)) && joins(characterAt(text, position));
}

function joins(character: string): boolean {
  return WORD_CHARACTER.test(character) && !UNSPACED.test(character);
}

function characterAt(text: string, position: number): string {
  const code = text.codePointAt(position);
  return code === undefined ? '' : String.fromCodePoint(code);
}

function characterBefore(text: string, position: number): string {
  const isPair = position >= 2 && (text.codePointAt(position - 2) ?? 0) > 0xffff;
  return isPair ? text.slice(position - 2, position) : text.charAt(position - 1);
}
