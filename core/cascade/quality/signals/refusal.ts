import type { Signal } from '../signal';

/** A refusal stands at the beginning; later on the same words are usually a quotation or a caveat. */
const OPENING = 240;

/** What a model says that it cannot do, when it declines. "I can't help laughing" and "can't make it" are none. */
const SERVICE =
  '(?:help(?! but\\b| \\w+ing\\b)|assist|answer|provide|comply|fulfill?|browse|discuss|generate|share|complete|continue|process|access|create|write|understand|do (?:that|this|so|what)|give (?:you|advice|medical|legal|financial))\\b';
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
  /(?<!\b(?:if|that|when|who) )\bi (?:don't|do not) have (?:access|the ability|real-time|(?:enough |any |specific )?information)\b/,
  /\b(?:mi dispiace|spiacente|scusa|non posso)\b.{0,40}\b(?:aiutar|rispondere|fornire|soddisfare)/,
  /\b(?:não posso|não consigo)\b.{0,30}\b(?:ajudar|responder|fornecer|atender)/,
  /(?:お答え|回答|お手伝い|対応|お応え)(?:することは|することが|は)?(?:でき|いたしかね)/,
  /(?:无法|不能|没法|無法)(?:为您|帮您|直接)?(?:回答|提供|帮助|协助|满足|回覆|協助)/,
  /(?:답변|도와|도움|제공)[^.\n]{0,12}(?:수 없|못 ?합)/,
  /لا (?:أستطيع|يمكنني|أقدر)(?: على)? (?:مساعدت|الإجابة|تقديم|أن أساعد)/,
  /(?:не могу|не в состоянии|не способен)[^.\n]{0,20}(?:помочь|ответить|предоставить|выполнить)/,
  /\b(?:ich kann|kann ich)\b.{0,40}\bnicht (?:weiter)?(?:helfen|beantworten|antworten|bereitstellen)\b/,
  /\bje (?:ne )?(?:peux pas|suis pas en mesure)(?: de)? (?:vous |t'|te |y |m')?(?:aider|répondre|fournir)/,
  /\bno puedo (?:ayudar|responder|proporcionar)/,
];

/** The model declines instead of answering (in any of a dozen languages). */
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
