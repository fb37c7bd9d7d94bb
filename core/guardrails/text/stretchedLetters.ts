import { isKnownWord } from './knownWords';

const STRETCHED = /([a-z])\1\1/;
const WORD = /[a-z]+/g;
const STRETCH = /([a-z])\1\1+/g;
const ONE_LETTER = /^([a-z])\1*$/;
/** `xviii` is stretched by nobody. */
const ROMAN_NUMERAL = /^m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/;
/** `xxx`, `www`, `aaa` are as much of one letter as is read. */
const LONGEST_OF_ONE_LETTER = 3;

/** More stretches than this in one word are noise; it has too many readings. */
const MOST_STRETCHES = 4;

/** `kiiiill` as `kill`: three or more of a letter are two where that makes a word, and one where nothing does. */
export function squeezeLetters(text: string): string {
  return STRETCHED.test(text) ? text.replace(WORD, squeezed) : text;
}

function squeezed(word: string): string {
  if (!STRETCHED.test(word) || ROMAN_NUMERAL.test(word)) return word;
  if (ONE_LETTER.test(word)) return word.slice(0, LONGEST_OF_ONE_LETTER);
  const stretches = word.match(STRETCH)?.length ?? 0;
  if (stretches <= MOST_STRETCHES) {
    for (let doubled = 0; doubled < 2 ** stretches; doubled += 1) {
      const reading = readingOf(word, doubled);
      if (isKnownWord(reading)) return reading;
    }
  }
  return readingOf(word, 0);
}

/** @param doubled bit by bit, whether a stretch stands for two letters */
function readingOf(word: string, doubled: number): string {
  let rest = doubled;
  return word.replace(STRETCH, (_, letter: string) => {
    const isDouble = rest % 2 === 1;
    rest = Math.floor(rest / 2);
    return isDouble ? letter + letter : letter;
  });
}
