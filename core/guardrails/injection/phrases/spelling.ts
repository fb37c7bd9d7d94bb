/** The words that attacks are made of, as far as they are long enough to be known again when misspelt. */
const KEY_WORDS = [
  'ignore',
  'forget',
  'disregard',
  'override',
  'previous',
  'instructions',
  'guidelines',
  'restrictions',
  'system',
  'prompt',
  'reveal',
  'hidden',
  'developer',
  'filters',
  'unrestricted',
];
/** So many letters allow for one slip, and so many for two. */
const FOR_ONE_SLIP = 5;
const FOR_TWO_SLIPS = 9;
const LONGEST = 16;
/** Words in their own right that a slip away from a key word. */
const OTHER_WORDS = new Set([
  'forgot',
  'forge',
  'forges',
  'forged',
  'ignite',
  'midden',
  'ridden',
  'fillers',
  'filter',
]);

const byFirstLetter = new Map<string, readonly string[]>();
for (const key of KEY_WORDS) byFirstLetter.set(key.charAt(0), [...keysLike(key), key]);

/** The key word that a word was meant to be, where it is one slip of the fingers away, or two in a long word. */
export function intendedWord(word: string): string | undefined {
  if (word.length < FOR_ONE_SLIP || word.length > LONGEST || OTHER_WORDS.has(word)) return undefined;
  return keysLike(word).find((key) => isMisspelt(word, key));
}

/** The first letter is hardly ever wrong. */
function keysLike(word: string): readonly string[] {
  return byFirstLetter.get(word.charAt(0)) ?? [];
}

/** An ending makes it another word, not a slip, but for a last letter that is doubled. */
function isMisspelt(word: string, key: string): boolean {
  if (word.startsWith(key)) return word === `${key}${key.at(-1) ?? ''}`;
  const slips = key.length < FOR_TWO_SLIPS ? 1 : 2;
  return Math.abs(word.length - key.length) <= slips && distance(word, key) <= slips;
}

/** How many letters are left out, put in, changed or swapped with the next one. */
function distance(one: string, other: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      const isSwapped =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      current.push(
        Math.min(
          (last[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (last[column - 1] ?? 0) + (isSame ? 0 : 1),
          isSwapped ? (beforeLast[column - 2] ?? 0) + 1 : Infinity,
        ),
      );
    }
    beforeLast = last;
    last = current;
  }
  return last[other.length] ?? 0;
}
