import { sentencesOf } from '../../text/prose';
import { readable, wordsOf } from '../../text/words';
import type { Finding, Signal } from '../signal';
import { askedLanguage, type AskedLanguage } from './language/askedLanguage';
import { isForeignTo, isRatherThan, languageOf } from '../../text/functionWords';
import { asksForFiller } from './freedom';
import { mainScript } from './language/scripts';

/** Who names a language may well want an answer in it: "How do I say thank you in Russian?" */
const namesLanguage =
  /\b(?:arabi|bulgari|chines|cyrillic|engl|farsi|french|german\b|greek|griech|hebr|hindi|hiragana|italian|japan|kanji|katakana|kyrill|korea|latin|mandarin|pers|portugu|russ|serb|spanis|thai|ukrain|urdu|deutsch|französisch|italienisch|allemand|anglais|chinois|coréen|espagnol|grec|alemán|alemão|chino|coreano|español|francés|francês|griego|inglés|inglês|inglese|ruso|tedesco)|[中英日韩韓俄法德]文|[中英日韩韓俄法德]語|[中英日法德]语|английск|русск|англійськ|อังกฤษ|الإنجليزية|אנגלית|अंग्रेज/;

/** A call, an assignment, an address: code and links are in Latin script wherever they are asked for. */
const technical = /\w\(|[{}=]|https?:\/\/|www\./;

/** So many characters tell the script of a text. */
const TELLING = 8_000;

/** Others write in whatever language they treat of, or were told to. */
const excused: ReadonlySet<string> = new Set(['code', 'creative', 'translation']);

/** The draft is in another script or language than the question, or than the one that the question asks for. */
export const language: Signal = ({ query, text, domain }) => {
  const asked = askedLanguage(query);
  if (asked) return domain === 'code' ? undefined : otherThanAsked(asked, text);
  if (excused.has(domain) || asksForFiller(query) || namesLanguage.test(query.toLowerCase()))
    return undefined;
  return otherScript(query, text) ?? otherLanguage(query, text);
};

function otherThanAsked({ name, script }: AskedLanguage, text: string): Finding | undefined {
  const read = readable(text).slice(0, TELLING);
  const given = mainScript(read);
  const isOther = (given !== undefined && given !== script) || (languageOf(wordsOf(read)) ?? name) !== name;
  return isOther ? { strength: 1, reason: `the question asks for ${name} and the draft is not` } : undefined;
}

function otherScript(query: string, text: string): Finding | undefined {
  const asked = mainScript(query);
  const given = mainScript(readable(text).slice(0, TELLING));
  if (!asked || !given || asked === given || (given === 'Latin' && technical.test(text))) return undefined;
  return { strength: 1, reason: `the question is in ${asked} script and the draft in ${given}` };
}

/** Also sees what is in no language at all: strung-together words have no small ones among them. */
function otherLanguage(query: string, text: string): Finding | undefined {
  if (technical.test(text)) return undefined;
  const words = wordsOf(query);
  const said = wordsOf(sentencesOf(text));
  const asked = languageOf(words) ?? unnamed(query, words, said);
  if (asked === undefined || (asked !== ANOTHER && !isForeignTo(asked, said))) return undefined;
  return { strength: 1, reason: `the question is in ${asked} and the draft is not` };
}

/** The draft is clearly in a language, and the question rather in another, though it is too short to say which. */
function unnamed(query: string, words: readonly string[], said: readonly string[]): string | undefined {
  const language = said.length >= FEWEST_SAID ? languageOf(said) : undefined;
  if (language === undefined) return undefined;
  const isOther =
    isRatherThan(language, words) || (language === 'English' && isSpelledElsewhere(query, words));
  return isOther ? ANOTHER : undefined;
}

const FEWEST_SAID = 12;
const ANOTHER = 'another language';
const FEWEST_SPELLED = 2;
const SHARE_SPELLED = 0.2;
/** A word with a letter that English has not got; names are left out. */
const foreignWord = /(?<![\p{L}\p{N}])(?=\p{Ll})[a-z]{0,20}[^\p{ASCII}\P{L}]\p{L}{0,20}/gu;

/** Several words with letters that English has not got: a language that is not known here. */
function isSpelledElsewhere(query: string, words: readonly string[]): boolean {
  const spelled = query.match(foreignWord)?.length ?? 0;
  return spelled >= FEWEST_SPELLED && spelled >= words.length * SHARE_SPELLED;
}
