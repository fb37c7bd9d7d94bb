/** One word of a phrase: any of these, at most `gap` other words behind the one before. */
export interface Step {
  readonly gap: number;
  /** Words, and beginnings of words with a `*` behind them. */
  readonly words: readonly string[];
}

export type WordSets = Readonly<Record<string, readonly string[]>>;

const GAP = /^\.\.(\d+)$/;
const SET = /^<([a-zA-Z]+)>$/;
const CHOICE = /^\((.+)\)$/;
const WORD = /^[\p{L}\p{M}\p{N}]+\*?$/u;

/**
 * Reads a phrase as the ideas write it: `<forget> ..3 (all|any)? earlier`. A name in angle brackets is a set of words,
 * `..3` allows three words between, a bar separates choices, and what has a question mark may be missing.
 *
 * @returns a list of steps for each reading, one with and one without every word that may be missing
 * @throws {RangeError} when it names an unknown set or has a part that is none of these
 */
export function readPhrase(phrase: string, sets: WordSets): Step[][] {
  let readings: Step[][] = [[]];
  let gap = 0;
  for (const part of phrase.split(' ')) {
    const room = GAP.exec(part)?.[1];
    if (room !== undefined) {
      gap = Number(room);
      continue;
    }
    const optional = part.endsWith('?');
    const step: Step = { gap, words: choicesOf(optional ? part.slice(0, -1) : part, sets) };
    const taken = readings.map((steps) => [...steps, step]);
    readings = optional ? [...taken, ...readings] : taken;
    gap = 0;
  }
  return readings;
}

function choicesOf(part: string, sets: WordSets): readonly string[] {
  const choices = (CHOICE.exec(part)?.[1] ?? part).split('|');
  return choices.flatMap((choice) => {
    const name = SET.exec(choice)?.[1];
    if (name !== undefined) return wordsIn(name, sets);
    if (!WORD.test(choice)) throw new RangeError(`"${choice}" is no word of a phrase`);
    return [choice];
  });
}

function wordsIn(name: string, sets: WordSets): readonly string[] {
  const words = sets[name];
  if (words === undefined) throw new RangeError(`There is no set of words "${name}"`);
  return words;
}
