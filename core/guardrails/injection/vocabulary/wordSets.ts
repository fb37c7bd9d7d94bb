import type { WordSets } from '../phrases/phrase';
import { ALL, EARLIER } from './earlier';
import { FORGET, FORGET_LAST } from './forget';
import { CONTEXT, INSTRUCTIONS } from './instructions';
import { GUARD, LIMITS, MODEL, PERSONA, UNRESTRICTED } from './models';
import { HARMFUL, HIDDEN, LOOT, PROMPT, REVEAL, SYSTEM_PROMPT } from './secrets';
import { words } from './words';

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
  loot: LOOT,
  model: MODEL,
  persona: PERSONA,
  prompt: PROMPT,
  reveal: REVEAL,
  systemPrompt: SYSTEM_PROMPT,
  unrestricted: UNRESTRICTED,
  not: words(
    'not never no dont doesnt wont cannot cant without neither nor isnt arent nicht nie keine keinen',
    'ohne sans aucune jamais sin nunca ningun* senza mai nessun* sem nenhum* zonder geen bez zadnych',
    'без никаких 没有 不 なし 없는 없이',
  ),
};
