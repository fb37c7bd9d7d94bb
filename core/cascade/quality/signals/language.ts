import { sentencesOf } from '../../text/prose';
import { readable, wordsOf } from '../../text/words';
import type { Finding, Signal } from '../signal';
import { askedLanguage, type AskedLanguage } from './language/askedLanguage';
import { isForeignTo, languageOf } from '../../text/functionWords';
import { mainScript } from './language/scripts';

/** Who names a language may well want an answer in it: "How do I say thank you in Russian?" */
const namesLanguage =
  /\b(?:arabi|bulgari|chines|cyrillic|engl|farsi|french|german\b|greek|griech|hebr|hindi|hiragana|italian|japan|kanji|katakana|kyrill|korea|latin|mandarin|pers|portugu|russ|serb|spanis|thai|ukrain|urdu|deutsch|französisch|italienisch|allemand|anglais|chinois|coréen|espagnol|grec|alemán|alemão|chino|coreano|español|francés|francês|griego|inglés|inglês|inglese|ruso|tedesco)|[中英日韩韓俄法德]文|[中英日韩韓俄法德]語|[中英日法德]语|Английск|английск|русск|англійськ|อังกฤษ|الإنجليزية|אנגלית|अंग्रेज/iu;

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
  if (excused.has(domain) || namesLanguage.test(query)) return undefined;
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
  const asked = languageOf(wordsOf(query));
  if (!asked || technical.test(text) || !isForeignTo(asked, wordsOf(sentencesOf(text)))) return undefined;
  return { strength: 1, reason: `the question is in ${asked} and the draft is not` };
}
