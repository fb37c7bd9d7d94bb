import { readable, wordsOf } from '../../text/words';
import type { Signal } from '../signal';
import { asksForFiller } from './freedom';

/** Small words that never follow one another in a sentence. Vitamin A, "the The", and "told her to" are left out. */
const unjoined =
  /(?<![\p{L}.])(?:(?:the|an|my|your|their|our|every) (?:the|an|of|and|is|are|was|were|to|in|on|for|by|from|or|but|if|it|he|she|they|we|be|has|had|would)|the (?:so|could|because|while|this|these|there|you)|to (?:of|is|are|was|were|but|has|had|would|could)|of (?:can|could|would|should|to|by)|a (?:the|of|is|are|was|were|to|from|but|it|he|she|they|we|be|has|had)|(?:of|from|into) (?:of|is|are|was|were|or|but|has|had|will)|(?:eine?|eine[mnrs]) (?:und|oder|ist|sind|der|die|das|eine?|aber)|(?:les|une|un|du) (?:et|est|sont|le|la|les|une?|mais)|(?:los|las|una|un) (?:es|son|el|la|los|las|una?|pero))(?!\p{L})/gu;
/** Words that no sentence ends with. */
const hanging =
  / (?:the|an|and|or|because|every|than|my|your|their|our|der|die|ein|eine|und|oder|le|les|une|du|et|los|las|una|gli|della|dos|das)\.(?=\s|$)/g;
const FEWEST = 2;
/** In prose it is a slip in thousands of words; of shuffled words it is one pair in thirty. */
const SHARE_OF_SALAD = 0.03;
const SHARE_OF_SLIPS = 0.01;

const filler =
  /\b(?:lorem|ipsum|dolor|amet|consectetur|adipiscing|elit|eiusmod|tempor|incididunt|labore|dolore|aliqua|veniam|nostrud|exercitation|ullamco|laboris|commodo|consequat)\b/g;
const FEWEST_FILLERS = 5;

const mashed = /^(?:[bcdfghjklmnpqrstvwxz]{5,}|(?:[asdfghjkl]{6,}|[qwertyuiop]{7,}|[zxcvbnm]{5,}))$/;
const SHARE_OF_MASH = 0.25;

/** Words thrown together, placeholder text, or keys hit at random. */
export const nonsense: Signal = ({ query, text, domain }) => {
  if (domain === 'code' || text.includes('```')) return undefined;
  const read = readable(text).toLowerCase();
  const words = wordsOf(read);
  const isFiller = !asksForFiller(query) && (read.match(filler)?.length ?? 0) >= FEWEST_FILLERS;
  const isMash = words.filter((word) => mashed.test(word)).length > words.length * SHARE_OF_MASH;
  if (isFiller || isMash) return { strength: 1, reason: 'the draft is no text in any language' };
  const pairs = (read.match(unjoined)?.length ?? 0) + (read.match(hanging)?.length ?? 0);
  const share = pairs / Math.max(1, words.length);
  if (pairs < FEWEST || share <= SHARE_OF_SLIPS) return undefined;
  const strength = Math.min(1, (share - SHARE_OF_SLIPS) / (SHARE_OF_SALAD - SHARE_OF_SLIPS));
  return { strength, reason: 'the words of the draft make no sentences' };
};
