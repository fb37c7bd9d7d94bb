import type { WordSets } from '../phrases/phrase';
import { ALL, EARLIER } from './earlier';
import { FORGET, FORGET_LAST } from './forget';
import { MAKER, RULES, SET_ASIDE, TOLD, VOID } from './holding';
import { CONTEXT, INSTRUCTIONS } from './instructions';
import { GUARD, LIMITS, MODEL, PERSONA, UNRESTRICTED } from './models';
import { HARMFUL, HIDDEN, LOOT, PROMPT, REVEAL, SYSTEM_PROMPT } from './secrets';
import { NOT } from './negation';

/** The sets of words that phrases name. */
export const WORD_SETS: WordSets = {
  all: ALL,
  context: CONTEXT,
  earlier: EARLIER,
  forget: FORGET,
  forgetLast: FORGET_LAST,
  guard: GUARD,
  harmful: HARMFUL,
  hidden: HIDDEN,
  instructions: INSTRUCTIONS,
  limits: LIMITS,
  maker: MAKER,
  loot: LOOT,
  model: MODEL,
  persona: PERSONA,
  prompt: PROMPT,
  reveal: REVEAL,
  rules: RULES,
  setAside: SET_ASIDE,
  systemPrompt: SYSTEM_PROMPT,
  told: TOLD,
  void: VOID,
  unrestricted: UNRESTRICTED,
  not: NOT,
};
