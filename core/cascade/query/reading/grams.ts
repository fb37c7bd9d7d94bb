/** Runs of letters within the words of a text, each with what it says: what makes texts alike without being the same. */
export type Grams = ReadonlyMap<string, number>;

const LENGTH = 4;
/** Words are short where they are written together. */
const LENGTH_TOGETHER = 2;
const TOGETHER = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;
const ENDINGS = /^\p{sc=Hiragana}+$/u;
const WEIGHT_OF_ENDING = 0.3;
/** As many letters from the beginning of a text are enough to know what it is like. */
const LONGEST_READ = 1_000;

/** The grams of a text as `plainWords` gives it. */
export function gramsOf(plain: string): Grams {
  const grams = new Map<string, number>();
  for (const word of plain.slice(0, LONGEST_READ).trim().split(' ')) {
    const isTogether = TOGETHER.test(word);
    const letters = isTogether ? word : ` ${word}`;
    const length = Math.min(letters.length, isTogether ? LENGTH_TOGETHER : LENGTH);
    for (let at = 0; at + length <= letters.length; at += 1) {
      const gram = letters.slice(at, at + length);
      const weight = isTogether ? weightTogether(gram) : weightOf(word);
      grams.set(gram, Math.max(weight, grams.get(gram) ?? 0));
    }
  }
  return grams;
}

/** 0..1: the weight that two texts have in common (after Dice, 1945). */
export function likeness(one: Grams, other: Grams): number {
  let common = 0;
  for (const [gram, weight] of one) {
    const its = other.get(gram);
    if (its !== undefined) common += weight + its;
  }
  const all = weightIn(one) + weightIn(other);
  return all === 0 ? 0 : common / all;
}

function weightIn(grams: Grams): number {
  return [...grams.values()].reduce((sum, weight) => sum + weight, 0);
}

/** Most words of one to three letters hold sentences together, in every language that has them. */
function weightOf(word: string): number {
  return Math.min(1, Math.max(0, (word.length - 2) / 4));
}

function weightTogether(gram: string): number {
  return ENDINGS.test(gram) ? WEIGHT_OF_ENDING : 1;
}
