import { isWrittenTogether, plainWords } from './plainWords';

/** Long enough to tell most words apart, short enough for every stem. */
const BEGINNING = 3;

interface Phrase<Meaning> {
  readonly meaning: Meaning;
  /** Each as it stands, or a stem that any ending may follow. */
  readonly words: readonly { readonly letters: string; readonly isStem: boolean }[];
}

export interface Match<Meaning> {
  readonly meaning: Meaning;
  /** Where in the text it begins. */
  readonly at: number;
}

interface Piece<Meaning> {
  readonly meaning: Meaning;
  readonly letters: string;
}

/**
 * Finds many phrases in one pass over a text. A phrase is written as in `Words`. Linear in the text's length: what is
 * tried at one place is bounded by the book.
 */
export class PhraseBook<Meaning> {
  readonly #phrases = new Map<string, Phrase<Meaning>[]>();
  readonly #pieces = new Map<string, Piece<Meaning>[]>();

  constructor(entries: Iterable<readonly [phrase: string, meaning: Meaning]>) {
    for (const [phrase, meaning] of entries) this.#add(phrase, meaning);
  }

  /** Where the phrases of the book are in a text, in order for each kind. The text is as `plainWords` gives it. */
  find(text: string): readonly Match<Meaning>[] {
    const matches: Match<Meaning>[] = [];
    this.#findPhrases(text.split(' '), matches);
    this.#findPieces(text, matches);
    return matches;
  }

  #add(phrase: string, meaning: Meaning): void {
    const plain = plainWords(phrase);
    if (isWrittenTogether(plain)) {
      listIn(this.#pieces, plain.charAt(1)).push({ meaning, letters: plain.trim() });
    } else if (phrase.startsWith('*')) {
      const letters = phrase.endsWith('*') ? plain.trim() : plain.trimStart();
      listIn(this.#pieces, letters.charAt(0)).push({ meaning, letters });
    } else {
      const words = phrase.split(' ').flatMap(wordsOf);
      const [first] = words;
      if (first) listIn(this.#phrases, first.letters.slice(0, BEGINNING)).push({ meaning, words });
    }
  }

  #findPhrases(words: readonly string[], matches: Match<Meaning>[]): void {
    let at = 0;
    words.forEach((word, index) => {
      for (const phrase of this.#phrases.get(word.slice(0, BEGINNING)) ?? []) {
        if (phrase.words.every((wanted, next) => fits(wanted, words[index + next]))) {
          matches.push({ meaning: phrase.meaning, at });
        }
      }
      at += word.length + 1;
    });
  }

  #findPieces(text: string, matches: Match<Meaning>[]): void {
    if (this.#pieces.size === 0) return;
    for (let at = 0; at < text.length; at += 1) {
      for (const { letters, meaning } of this.#pieces.get(text.charAt(at)) ?? []) {
        if (text.startsWith(letters, at)) matches.push({ meaning, at });
      }
    }
  }
}

const PLAIN_WORD = /^[a-z]+$/;

/** One word of a phrase; several where it is written with punctuation inside. */
function wordsOf(written: string): Phrase<unknown>['words'] {
  if (written === '*') return [{ letters: '', isStem: true }];
  if (PLAIN_WORD.test(written)) return [{ letters: written, isStem: false }];
  const words = plainWords(written).trim().split(' ');
  return words.map((letters, index) => ({
    letters,
    isStem: index === words.length - 1 && written.endsWith('*'),
  }));
}

function fits({ letters, isStem }: Phrase<unknown>['words'][number], word: string | undefined): boolean {
  if (word === undefined || word === '') return false;
  return isStem ? word.startsWith(letters) : word === letters;
}

function listIn<Item>(lists: Map<string, Item[]>, key: string): Item[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
