import { CONTEMPTUOUS, DEHUMANISING, HATING, INSULTS, MENACES } from './contempt';
import { GROUPS, IDENTITIES, MEMBERS } from './groups';
import { CROWDED_PLACES, EXPEL, EXPELLED, GORE, HURT, KILL, KILLED, VICTIMS, WEAPONS } from './harm';
import { SELF_HARM_WORDS, TO_ONESELF } from './selfHarm';
import { EXPLICIT, EXPLICIT_BUT_COMMON, MINORS } from './sexual';
import { MILD_SLURS, SLURS } from './slurs';

/** Words that people write so that a machine shall not read them: one word each, letters only. */
export const CHARGED_WORDS: readonly string[] = [
  GROUPS,
  MEMBERS,
  IDENTITIES,
  SLURS,
  MILD_SLURS,
  DEHUMANISING,
  CONTEMPTUOUS,
  INSULTS,
  MENACES,
  HATING,
  EXPEL,
  EXPELLED,
  KILL,
  KILLED,
  HURT,
  GORE,
  VICTIMS,
  CROWDED_PLACES,
  WEAPONS,
  SELF_HARM_WORDS,
  TO_ONESELF,
  EXPLICIT,
  EXPLICIT_BUT_COMMON,
  MINORS,
]
  .flat()
  .filter((word) => /^[a-z]{3,}$/.test(word));
