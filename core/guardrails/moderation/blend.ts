import type { ModerationCategory, ModerationScores } from './categories';

/** From so many words on, a model that weighs words knows enough to be believed. */
const ENOUGH_WORDS = 25;
/** In logits: what patterns say of a text that is too short for the model, from surely not to surely. */
const REACH_OF_PATTERNS = 6;
/** A pattern that is as sure as this needs nobody's consent. */
const CLEAR = 0.85;
/** Keeps logits of what is called certain within sight of other evidence. */
const NEARLY_CERTAIN = 0.999;

/**
 * What patterns and the model say together, by category, so that 0.5 stays the line that the model was fitted for. The
 * model weighs single words: of a long text it is believed, and what patterns found is added to its evidence; of a
 * short one patterns decide. How far to believe whom was chosen by cross-validation and own texts.
 *
 * @param words how many words the text has
 */
export function blend(patterns: ModerationScores, model: ModerationScores, words: number): ModerationScores {
  const belief = Math.min(1, words / ENOUGH_WORDS);
  const of = (category: ModerationCategory): number => together(patterns[category], model[category], belief);
  return {
    hate: of('hate'),
    harassment: of('harassment'),
    'self-harm': of('self-harm'),
    sexual: of('sexual'),
    'sexual/minors': of('sexual/minors'),
    violence: of('violence'),
  };
}

function together(pattern: number, model: number, belief: number): number {
  const long = logit(model) + pattern;
  const short = REACH_OF_PATTERNS * (pattern - 0.5);
  return Math.max(pattern >= CLEAR ? pattern : 0, sigmoid(belief * long + (1 - belief) * short));
}

function logit(score: number): number {
  const within = Math.min(NEARLY_CERTAIN, Math.max(1 - NEARLY_CERTAIN, score));
  return Math.log(within / (1 - within));
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
