import { once } from '../../guardrails/once';
import { PhraseBook } from './reading/phraseBook';
import { cues, cueNames, type Cue } from './vocabulary/cues';

const book = once(() => new PhraseBook<Cue>(cueNames.map((cue) => [` ${cues[cue]}`, cue])));

/** What an instruction, as `plainWords` gives it, asks to be done. */
export function cuesIn(instruction: string): ReadonlySet<Cue> {
  return new Set(cueCounts(instruction).keys());
}

/** How often each cue stands in a text as `plainWords` gives it. */
export function cueCounts(plain: string): ReadonlyMap<Cue, number> {
  const counts = new Map<Cue, number>();
  for (const { meaning } of book().find(plain)) counts.set(meaning, (counts.get(meaning) ?? 0) + 1);
  return counts;
}
