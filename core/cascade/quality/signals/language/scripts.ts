const scripts = [
  ['Latin', /\p{sc=Latin}/gu],
  ['Cyrillic', /\p{sc=Cyrillic}/gu],
  ['Greek', /\p{sc=Greek}/gu],
  ['Arabic', /\p{sc=Arabic}/gu],
  ['Hebrew', /\p{sc=Hebrew}/gu],
  ['Devanagari', /\p{sc=Devanagari}/gu],
  ['Thai', /\p{sc=Thai}/gu],
  ['Hangul', /\p{sc=Hangul}/gu],
  ['Han or Kana', /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu],
] as const;

/** Fewer letters than this may be a name or a unit in another script. */
const FEWEST_LETTERS = 12;
/** The share of its letters that a script must have to count as the text's own. */
const MAIN_SHARE = 0.8;

/** The script that a text is written in; `undefined` when it has few letters or mixes several. */
export function mainScript(text: string): string | undefined {
  const counts = scripts.map(([name, letters]) => ({ name, count: text.match(letters)?.length ?? 0 }));
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  if (total < FEWEST_LETTERS) return undefined;
  return counts.find(({ count }) => count >= total * MAIN_SHARE)?.name;
}
