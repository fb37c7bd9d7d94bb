import type { Signal } from '../signal';

/** A refusal stands at the beginning; later on the same words are usually a quotation or a caveat. */
const OPENING = 240;

/** What a model says that it cannot do, when it declines. "I can't help laughing" and "can't make it" are none. */
const SERVICE =
  '(?:help(?! but\\b| \\w+ing\\b)|assist|answer|provide|comply|fulfil|browse|discuss|generate|share|complete|continue|process|access|create|write|understand|do (?:that|this|so|what)|give (?:you|advice|medical|legal|financial))\\b';
/** "If I can't help any further" and "a thing that I cannot answer" are no refusals. */
const SAID_OUTRIGHT = '(?<!\\b(?:because|if|that|what|when|which|why) )';
const CANNOT =
  "(?:can(?:no|')t|can not|am unable to|'m unable to|am not able to|'m not able to|won't|will not)(?: (?:really|directly|actually|currently))?";

const refusals = [
  new RegExp(`${SAID_OUTRIGHT}\\bi ?${CANNOT} ${SERVICE}`),
  /\b(?:sorry|afraid|apologi[sz]e),? (?:but )?i(?: am|'m) (?:not able|unable)\b/,
  /\b(?:sorry|afraid|apologi[sz]e),? (?:but )?i (?:don't|do not) (?:have|know)\b/,
  /\bi (?:must|have to) (?:respectfully |politely )?decline\b/,
  /\bas an? (?:ai|artificial intelligence|(?:large )?language model)(?: language)?(?: model| assistant)?,? i(?:'m| am)? (?:can(?:no|')t|can not|don't|do not|unable|not able|won't|have no)\b/,
  /(?<!\b(?:if|that|when|who) )\bi (?:don't|do not) have (?:access|the ability|real-time|enough information|any information)\b/,
  /\b(?:ich kann|kann ich)\b.{0,40}\bnicht (?:weiter)?(?:helfen|beantworten|antworten|bereitstellen)\b/,
  /\bje (?:ne )?(?:peux pas|suis pas en mesure)(?: de)? (?:vous |t'|te |y |m')?(?:aider|répondre|fournir)/,
  /\bno puedo (?:ayudar|responder|proporcionar)/,
];

/** The model declines instead of answering (English, German, French, Spanish). */
export const refusal: Signal = ({ text }) => {
  const opening = text.slice(0, OPENING).toLowerCase().replaceAll('’', "'");
  if (isLetter(opening)) return undefined;
  const own = opening.replace(quotation, ' ');
  return refusals.some((pattern) => pattern.test(own))
    ? { strength: 1, reason: 'the draft refuses to answer' }
    : undefined;
};

/** What stands between quotation marks is somebody else's word. */
const quotation = /"[^"]{0,200}"|“[^”]{0,200}”|„[^“]{0,200}“|«[^»]{0,200}»/g;

/** A letter that was asked for: its writer may well decline something. */
function isLetter(opening: string): boolean {
  return /^\s*(?:\*\*)?subject:|^\s*(?:dear|hi|hello|hey|sehr geehrte\S?|liebe\S?|hallo|bonjour|hola) [^\n,!]{1,40}[,!]\s*\n/.test(
    opening,
  );
}
