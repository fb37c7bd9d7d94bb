import type { HiddenText } from './encodings';

/** Words that half of all sentences have, as a cipher leaves them, and how it is undone. */
interface Cipher {
  readonly how: string;
  readonly telling: RegExp;
  readonly undo: (text: string) => string;
}

const FEWEST_TELLING = 3;

const CIPHERS: readonly Cipher[] = [
  { how: 'in ROT13', telling: tellingWords(rotated), undo: rotated },
  { how: 'backwards', telling: tellingWords(backwards), undo: backwards },
];

/** A text as it reads when a simple cipher is undone, where its commonest words say that it is in one. */
export function* decipheredIn(text: string): Generator<HiddenText> {
  for (const { how, telling, undo } of CIPHERS) {
    const seen = new Set<string>();
    for (const { 0: word } of text.toLowerCase().matchAll(telling)) {
      seen.add(word);
      if (seen.size === FEWEST_TELLING) break;
    }
    if (seen.size === FEWEST_TELLING) yield { text: undo(text), how, place: 0 };
  }
}

function tellingWords(hide: (text: string) => string): RegExp {
  const words = [
    'the',
    'you',
    'your',
    'all',
    'ignore',
    'previous',
    'instructions',
    'system',
    'prompt',
    'rules',
    'reveal',
    'forget',
    'secret',
    'with',
  ];
  return new RegExp(`\\b(?:${words.map(hide).join('|')})\\b`, 'g');
}

function rotated(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => {
    const first = letter <= 'Z' ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - first + 13) % 26) + first);
  });
}

function backwards(text: string): string {
  return Array.from(text).reverse().join('');
}
