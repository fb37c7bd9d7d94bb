import { readable } from '../../text/words';
import type { Signal } from '../signal';

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

/** Who names a language may well want an answer in it: "How do I say thank you in Russian?" */
const namesLanguage =
  /\b(?:arabi|bulgari|chines|cyrillic|engl|farsi|greek|griech|hebr|hindi|hiragana|japan|kanji|katakana|kyrill|korea|mandarin|pers|russ|serb|thai|ukrain|urdu|chinois|coréen|grec|chino|coreano|griego|ruso)|[中英日韩韓俄法德]文|[中英日韩韓俄法德]語|[中英日法德]语|영어|английск|русск|англійськ|อังกฤษ|الإنجليزية|אנגלית|अंग्रेज/iu;

/** The draft is in another script than the question, which names no language. Translations and code are excused. */
export const language: Signal = ({ query, text, domain }) => {
  if (domain === 'translation' || domain === 'code' || namesLanguage.test(query)) return undefined;
  const asked = mainScript(query);
  const given = mainScript(readable(text));
  if (!asked || !given || asked === given) return undefined;
  return { strength: 1, reason: `the question is in ${asked} script and the draft in ${given}` };
};

function mainScript(text: string): string | undefined {
  const counts = scripts.map(([name, letters]) => ({ name, count: text.match(letters)?.length ?? 0 }));
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  if (total < FEWEST_LETTERS) return undefined;
  return counts.find(({ count }) => count >= total * MAIN_SHARE)?.name;
}
