import { isEnumeration, isListed } from '../../text/prose';
import type { Signal } from '../signal';

/** With fewer telling words than this an answer often has no final full stop and is complete all the same. */
const SHORTEST_PROSE = 20;
/** Every text of some length that ends in one of these is cut off. */
const FEWEST_WORDS = 8;
const leadsOn =
  /[\s'’](?:a|an|and|but|because|if|its|my|of|or|our|than|the|their|your|which|whose|to|with|from|is|are|was|were|into|das|dem|den|der|die|ein|eine|einen|einem|oder|und|weil|dass|mit|für|et|ou|mais|que|qui|le|la|les|des|une|du|avec|pour|dans|pero|para|el|los|las|con|por|una|il|gli|della|di|che|per|os|do|da|dos|com|het|een|van|met|voor|oraz|że|który|która|и|или|что|который|для|на|і|або|що|який|ve|veya|için|bir|के|का|और|و|أو|في|من|على)$/;
/** A promise of what is to follow. */
const announces = /[:：]\**$/;
const emptyMark = /\n[ \t]*(?:[-*•]|\d{1,2}[.)])$/;
const LOOKED_AT_END = 400;

/** The answer was cut off: the provider says so, a code block stays open, or prose stops in mid-sentence. */
export const truncation: Signal = ({ text, finishReason, words }) => {
  if (finishReason === 'length') return { strength: 1, reason: 'the draft was cut off at its length limit' };
  if (hasOpenCodeBlock(text)) return { strength: 0.8, reason: 'a code block of the draft is not closed' };
  const end = text.trimEnd().slice(-LOOKED_AT_END);
  if (announces.test(end) || emptyMark.test(end)) {
    return { strength: 0.6, reason: 'the draft announces what does not follow' };
  }
  const stops =
    stopsMidItem(end) ||
    stopsMidSigns(end) ||
    stopsAfterSentences(end) ||
    (words.length >= SHORTEST_PROSE && stopsMidSentence(end)) ||
    (words.length >= FEWEST_WORDS && leadsOn.test(end));
  return stops ? { strength: 0.6, reason: 'the draft stops in mid-sentence' } : undefined;
};

/** An opening fence has no closing one; a closing one may stand at the end of a line of code. */
function hasOpenCodeBlock(text: string): boolean {
  const isOdd = (fences: RegExp) => (text.match(fences)?.length ?? 0) % 2 === 1;
  return isOdd(/^[ \t]*```/gm) && isOdd(/```/g);
}

/** Stops after a word, a number or a comma; scripts that know no full stop are left alone. */
const unfinished = /[\p{L}\p{N},](?<![\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}])$/u;
/** An address or a hashtag. */
const address = /(?:https?:\/\/|www\.|[@#])\S*$/;

/** A last line that is a list item, a heading or a few words (a signature) needs no full stop, and verse none at all. */
function stopsMidSentence(end: string): boolean {
  const lines = end.split('\n').filter((line) => line.trim() !== '');
  const last = lines.at(-1) ?? '';
  const before = lines.at(-2)?.trimEnd() ?? '';
  const isProse = !isListed(last) && last.split(' ').length > 6;
  return (
    isProse &&
    !isEnumeration(last) &&
    unfinished.test(last) &&
    !address.test(last) &&
    !unfinished.test(before)
  );
}

const FEWEST_ITEMS = 2;
const ends = /[.!?。！？।؟…)"”»*`:|]$/u;

/** The other items of the list end with a full stop, and the last one in a word. */
function stopsMidItem(end: string): boolean {
  const items = end.split('\n').filter((line) => line.trim() !== '');
  const last = items.pop()?.trimEnd() ?? '';
  const others = items.filter(isListed);
  return (
    isListed(last) &&
    unfinished.test(last) &&
    others.length >= FEWEST_ITEMS &&
    others.slice(-FEWEST_ITEMS).every((line) => ends.test(line.trimEnd()))
  );
}

const signs = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]$/u;
const FEWEST_SIGNS = 15;

/** Chinese or Japanese of which one sentence ends with its full stop, and the last, which is long enough, does not. */
function stopsMidSigns(end: string): boolean {
  const last = end.split('\n').at(-1) ?? '';
  return last.includes('。') && signs.test(last) && last.length - last.lastIndexOf('。') > FEWEST_SIGNS;
}

const FEWEST_WORDS_LEFT = 7;

/** A line of whole sentences, of which the last, which is long enough for one, lacks its end. */
function stopsAfterSentences(end: string): boolean {
  const last = end.split('\n').at(-1) ?? '';
  const left = last.split(/[.!?]\s/).at(-1) ?? '';
  return (
    left.length < last.length &&
    left.split(' ').length >= FEWEST_WORDS_LEFT &&
    unfinished.test(last) &&
    !isListed(last) &&
    !address.test(last)
  );
}
