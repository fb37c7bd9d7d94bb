/** Ways to write a text so that a person or a model still reads it and a list of words does not. */
export const DISGUISES: Readonly<Record<string, (text: string) => string>> = {
  'upper case': (text) => text.toUpperCase(),
  'full width': (text) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
  'zero-width spaces': (text) => Array.from(text).join('\u200b'),
  'soft hyphens': (text) => text.replace(/(\w{3})(?=\w)/g, '$1\u00ad'),
  'Cyrillic look-alikes': (text) => text.replaceAll('o', 'о').replaceAll('e', 'е').replaceAll('a', 'а'),
  leetspeak: (text) =>
    text.replaceAll('e', '3').replaceAll('o', '0').replaceAll('i', '1').replaceAll('s', '5'),
  diacritics: (text) => text.replace(/[aeiou]/g, '$&\u0301'),
  'line breaks': (text) => text.replaceAll(' ', '\n'),
  'spaced letters': (text) =>
    text
      .split(' ')
      .map((word) => Array.from(word).join(' '))
      .join('   '),
  'mathematical letters': (text) =>
    text.replace(/[a-z]/g, (letter) => String.fromCodePoint(letter.charCodeAt(0) - 97 + 0x1d41a)),
  Base64: (text) => Buffer.from(text).toString('base64'),
  'Base64 twice': (text) => Buffer.from(Buffer.from(text).toString('base64')).toString('base64'),
  hexadecimal: (text) => Buffer.from(text).toString('hex'),
  'hexadecimal escapes': (text) => text.replace(/[^]/g, (sign) => `\\x${sign.charCodeAt(0).toString(16)}`),
  binary: (text) =>
    Array.from(text)
      .map((sign) => sign.charCodeAt(0).toString(2).padStart(8, '0'))
      .join(' '),
  'URL encoding': (text) => text.replace(/[^]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`),
  'HTML entities': (text) => text.replace(/[^]/g, (sign) => `&#${String(sign.charCodeAt(0))};`),
  'Unicode escapes': (text) =>
    text.replace(/[a-z]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`),
  ROT13: (text) =>
    text.replace(/[a-z]/gi, (letter) => {
      const first = letter <= 'Z' ? 65 : 97;
      return String.fromCharCode(((letter.charCodeAt(0) - first + 13) % 26) + first);
    }),
  backwards: (text) => Array.from(text).reverse().join(''),
  'tag characters': (text) =>
    `Hi!${Array.from(text)
      .map((sign) => String.fromCodePoint(0xe0000 + sign.charCodeAt(0)))
      .join('')}`,
  'variation selectors': (text) =>
    `Hi!${Array.from(text)
      .map((sign) => String.fromCodePoint(0xe0100 + sign.charCodeAt(0) - 16))
      .join('')}`,
};
