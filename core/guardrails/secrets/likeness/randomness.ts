import { areCommonPair } from './letterPairs';

type Kind = 'lower' | 'upper' | 'digit' | 'symbol';

/** From here on a run of 20 characters or more is random: 98 in 100 random runs reach it, 2 in 100 identifiers. */
export const RANDOM = 0.5;

/**
 * How far a text is from being made of words and numbers, 0 to 1: the share of neighbours that words do not have. A
 * pair of letters that no common word has and a border of letter and digit count whole; a step up in case and a
 * symbol count half, because identifiers have them.
 */
export function randomnessOf(text: string): number {
  let strange = 0;
  let before = text.charCodeAt(0);
  for (let index = 1; index < text.length; index += 1) {
    const after = text.charCodeAt(index);
    strange += before < ASCII && after < ASCII ? (STRANGENESS[before * ASCII + after] ?? 0) : 0.5;
    before = after;
  }
  return text.length < 2 ? 0 : strange / (text.length - 1);
}

const ASCII = 128;
/** Of each pair of ASCII characters, worked out once: every word of a text full of keys is measured. */
const STRANGENESS = Float32Array.from({ length: ASCII * ASCII }, (_, pair) =>
  strangeness(String.fromCharCode(Math.floor(pair / ASCII)), String.fromCharCode(pair % ASCII)),
);

function strangeness(first: string, second: string): number {
  const [before, after] = [kindOf(first), kindOf(second)];
  if (before === 'symbol' || after === 'symbol') return 0.5;
  if (before === 'digit' || after === 'digit') return before === after ? 0 : 1;
  if (before === 'lower' && after === 'upper') return 0.5;
  return areCommonPair(first, second) ? 0 : 1;
}

function kindOf(character: string): Kind {
  if (character >= 'a' && character <= 'z') return 'lower';
  if (character >= 'A' && character <= 'Z') return 'upper';
  return character >= '0' && character <= '9' ? 'digit' : 'symbol';
}

/** How many of lower case, upper case, digits and symbols a text has. */
export function kindsIn(text: string): number {
  return [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d]/].filter((kind) => kind.test(text)).length;
}
