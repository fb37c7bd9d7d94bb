/** Letters of other alphabets, each behind the Latin letter that it can be taken for. */
const TAKEN_FOR: readonly (readonly [latin: string, others: string])[] = [
  ['a', 'аαɑᴀᎪ'],
  ['b', 'вьβЬʙᏴ'],
  ['c', 'сϲᴄᏟ'],
  ['d', 'ԁđᴅᎠꓓ'],
  ['e', 'еєεᴇᎬəҽ'],
  ['f', 'ғꜰϝ'],
  ['g', 'ɡցɢᏀ'],
  ['h', 'һнհħʜᎻ'],
  ['i', 'іιıɩɪᎥі'],
  ['j', 'јϳᴊᎫ'],
  ['k', 'кκқᴋᏦ'],
  ['l', 'ӏłʟᏞ'],
  ['m', 'мᴍᎷ'],
  ['n', 'пηոɴ'],
  ['o', 'оοօøᴏσ'],
  ['p', 'рρᴘᏢ'],
  ['q', 'ԛզǫ'],
  ['r', 'гʀᏒ'],
  ['s', 'ѕꜱςᏚ'],
  ['t', 'тτŧᴛᎢ'],
  ['u', 'υսᴜμ'],
  ['v', 'ѵνᴠᏙ'],
  ['w', 'ԝωᴡաᎳшѡ'],
  ['x', 'хχ'],
  ['y', 'уγʏүᎩ'],
  ['z', 'ᴢᏃ'],
  ['ss', 'ß'],
  ['ae', 'æ'],
  ['oe', 'œ'],
  ['"', '“”„«»‟〝〞'],
  ["'", '‘’‛‚ʼ`´′'],
];

const LATIN = new Map(
  TAKEN_FOR.flatMap(([latin, others]) =>
    Array.from(others.toLowerCase(), (other) => [other, latin] as const),
  ),
);

const WORD = /[\p{L}\p{M}]+/gu;
const LATIN_WITH_MARK = /([a-z])\p{M}+/gu;
const LATIN_LETTER = /[a-z]/;
/** Small capitals and phonetic signs: Latin letters that are only written otherwise. */
const LATIN_WORD = /^\p{Script=Latin}+$/u;
const QUOTE = /[“”„«»‟〝〞‘’‛‚ʼ`´′]/g;
const NOT_ASCII = /[^\0-\x7f]/;

/**
 * Lower-case text with the letters that only look Latin made Latin, where Latin is what is written: in a word that
 * has Latin letters too, and, in a text that is mostly Latin, in a word made of look-alikes alone. Marks on Latin
 * letters go; words of other alphabets stay as they are.
 */
export function inLatin(text: string): string {
  if (!NOT_ASCII.test(text)) return text;
  const quoted = text.replace(QUOTE, latinOf);
  if (!NOT_ASCII.test(quoted)) return quoted;
  const bare = quoted.normalize('NFD').replace(LATIN_WITH_MARK, '$1').normalize('NFC');
  const mostlyLatin = isMostlyLatin(bare);
  return bare.replace(WORD, (word) => {
    if (!NOT_ASCII.test(word)) return word;
    if (LATIN_LETTER.test(word) || LATIN_WORD.test(word)) return latinOfAll(word);
    return mostlyLatin && Array.from(word).every((letter) => LATIN.has(letter)) ? latinOfAll(word) : word;
  });
}

function latinOfAll(word: string): string {
  let latin = '';
  for (const letter of word) latin += latinOf(letter);
  return latin;
}

function latinOf(letter: string): string {
  return LATIN.get(letter) ?? letter;
}

/** Letters that could be either alphabet's do not count. */
function isMostlyLatin(text: string): boolean {
  let balance = 0;
  for (const letter of text) {
    if (letter >= 'a' && letter <= 'z') balance += 1;
    else if (letter > '\x7f' && !LATIN.has(letter)) balance -= 1;
  }
  return balance > 0;
}
