import type { Signal } from '../signal';

/** A refusal stands at the beginning; later on the same words are usually a quotation or a caveat. */
const OPENING = 240;

const refusals = [
  /\bi(?:'m| am)? (?:really |very |so )?(?:sorry|afraid),? (?:but )?(?:i )?(?:can(?:no|')t|am (?:not able|unable)|won't|don't)/,
  /\bi (?:can(?:no|')t|can not|am unable to|am not able to|won't|will not) (?:help|assist|answer|provide|do|fulfil|comply|access|browse|complete|generate|give)/,
  /\bi'm (?:unable|not able) to\b/,
  /\bas an? (?:ai|artificial intelligence|(?:large )?language model)\b/,
  /\bi (?:don't|do not) have (?:access|the ability|real-time|enough information|any information)\b/,
  /\b(?:es tut mir leid|leider kann ich)\b.{0,60}\b(?:nicht|kein)/,
  /\b(?:je suis désolée?|je ne peux pas|je ne suis pas en mesure)\b/,
  /\b(?:lo siento|no puedo (?:ayudar|responder|proporcionar))\b/,
];

/** The model declines instead of answering (English, German, French, Spanish). */
export const refusal: Signal = ({ text }) => {
  const opening = text.slice(0, OPENING).toLowerCase().replaceAll('’', "'");
  return refusals.some((pattern) => pattern.test(opening))
    ? { strength: 1, reason: 'the draft refuses to answer' }
    : undefined;
};
