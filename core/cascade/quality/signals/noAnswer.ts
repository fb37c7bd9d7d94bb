import { wordsOf } from '../../text/words';
import type { Signal } from '../signal';

const LONGEST = 120;
/** What programs print, and writers put down, where there is nothing to say. */
const stopgap =
  /^[\s"'`*[(<]*(?:\.{2,}|…|undefined|null|nan|none|nil|n\/a|todo|tbd|unknown|\[?object object\]?|error|internal server error|(?:error|exception)\s?:.{0,90}|(?:your|insert) (?:answer|response|text) here)[\s"'`*\])>.!]*$/i;

/** A stopgap stands where the answer should be. */
export const stopgapAnswer: Signal = ({ query, text }) => {
  const said = text.trim();
  if (said.length > LONGEST || !stopgap.test(said)) return undefined;
  const [word] = wordsOf(said);
  const isAskedFor = word !== undefined && wordsOf(query).includes(word);
  return isAskedFor ? undefined : { strength: 1, reason: 'the draft is a stopgap and no answer' };
};

const asks =
  /(?:please|could you|can you|would you)(?: please)? (?:provide|share|clarify|specify|give me|tell me|send|paste)\b|\bi(?:'ll| will)? (?:would )?need (?:some |a bit )?more (?:information|details|context)|\b(?:nennen|geben|teilen) sie mir|\bpouvez-vous (?:préciser|fournir)|\bpodrías? (?:proporcionar|darme|especificar)/i;
const FEWEST_WORDS_OF_AN_ANSWER = 25;

/** The draft asks for more instead of answering. Sometimes that is right, and then it is what a stronger model does too. */
export const asksBack: Signal = ({ text, words }) =>
  words.length < FEWEST_WORDS_OF_AN_ANSWER && asks.test(text)
    ? { strength: 1, reason: 'the draft asks for more instead of answering' }
    : undefined;
