import type { Signal } from '../signal';
import { regrets } from './refusal/regrets';
import { asksForInvention } from './freedom';
import { declines } from './refusal/wordings';

/** A refusal stands at the beginning; later on the same words are usually a quotation or a caveat. */
const OPENING = 240;

/** Regrets in a longer text are followed by what there is to say. */
const SHORT = 360;
/** Then the regrets may be those of the person for whom the text is written. */
const asksForWording =
  /\b(?:write|draft|compose|reply|respond|decline|turn down|polite|politely|phrase|wording|translate|rewrite|rephrase|improve|correct|letter|e-?mails?|messages?|how (?:do|can|should|would) (?:i|we|you) (?:say|tell)\b|what (?:should|can|do) (?:i|we) (?:say|tell)\b|schreib|formulier|antwort|übersetz|sage?\b|écri|rédige|tradui|répon|dire\b|escrib|redact|traduc|decir|scriv|dire\b|escrev|traduz|dizer|schrijf|vertaal|zeg|napisz|przetłumacz)|напиши|переведи|скажи|переклади|yaz|çevir|写|寫|翻译|翻譯|書い|訳し|써|번역|اكتب|ترجم|लिख|अनुवाद/;

/** The model declines instead of answering. */
export const refusal: Signal = ({ query, text, domain }) => {
  const opening = text.slice(0, OPENING).toLowerCase().replaceAll('’', "'");
  if (isLetter(opening)) return undefined;
  const own = opening.replace(quotation, ' ');
  const isShort =
    text.length <= SHORT && !asksForWording.test(query.toLowerCase()) && !asksForInvention({ query, domain });
  return declines(own) || (isShort && regrets(own))
    ? { strength: 1, reason: 'the draft refuses to answer' }
    : undefined;
};

/** What stands between quotation marks is somebody else's word. */
const quotation = /"[^"]{0,240}(?:"|$)|“[^”]{0,200}”|„[^“”]{0,200}[“”]|«[^»]{0,200}»|「[^」]{0,200}」/g;

/** A letter that was asked for: its writer may well decline something. */
function isLetter(opening: string): boolean {
  return /^\s*(?:\*\*)?subject:|^\s*(?:dear|hi|hello|hey|sehr geehrte\S?|liebe\S?|hallo|bonjour|hola) [^\n,!]{1,40}[,!]\s*\n/.test(
    opening,
  );
}
