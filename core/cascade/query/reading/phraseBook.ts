import { isWrittenTogether, plainLetters } from './plainWords';

/** Long enough to tell most words apart. */
const BEGINNING = 3;
/** Places for the beginnings of phrases, a power of two. */
const PLACES = 4_096;
const NONE = -1;
const [BLANK, STAR, COMMA, LINE_BREAK] = [' ', '*', ',', '\n'].map((sign) => sign.charCodeAt(0));

export interface Match<Meaning> {
  readonly phrase: string;
  readonly meaning: Meaning;
  /** Where in the text it begins. */
  readonly at: number;
}

/** A word as it stands, or a stem that any ending may follow. */
interface Wanted {
  readonly letters: string;
  readonly isStem: boolean;
}

interface Phrase<Meaning> {
  readonly phrase: string;
  readonly meaning: Meaning;
  readonly words: readonly Wanted[];
}

/** What is found within words. */
interface Piece<Meaning> {
  readonly phrase: string;
  readonly meaning: Meaning;
  readonly letters: string;
}

/** Phrases with commas between them, and what each of them means. */
type List<Meaning> = readonly [phrases: string, meaning: Meaning];

/**
 * Finds many phrases in one pass over a text. A phrase is words without punctuation, as `plainPhrase` writes them: `*` at
 * the end of a word stands for any ending, at the beginning of a phrase for the first part of a compound, alone for any
 * word; in scripts without blanks a phrase is found anywhere. Linear in the text's length: what is tried at one place is
 * bounded by the book.
 *
 * The lists stay one text, in which only the beginnings of phrases are noted: a phrase is read when a word begins as it
 * does. A process that asks once does not wait for thousands of phrases that it does not need.
 */
export class PhraseBook<Meaning> {
  readonly #text: string;
  readonly #meanings: readonly { readonly meaning: Meaning; readonly end: number }[];
  /** The last phrase that begins so, by a number made of its first letters. */
  readonly #last = new Int32Array(PLACES).fill(NONE);
  /** For each phrase the one before it with the same number, and where it stands in the text. */
  readonly #before: number[] = [];
  readonly #starts: number[] = [];
  readonly #read = new Map<string, readonly Phrase<Meaning>[]>();
  readonly #pieces = new Map<string, Piece<Meaning>[]>();

  constructor(lists: readonly List<Meaning>[]) {
    const texts = lists.map(([phrases]) => `${plainLetters(phrases)},`);
    this.#text = texts.join('');
    let end = 0;
    this.#meanings = lists.map(([, meaning], index) => {
      end += texts[index]?.length ?? 0;
      return { meaning, end };
    });
    this.#note();
  }

  /** Where the phrases of the book are in a text, in order for each kind. The text is as `plainWords` gives it. */
  find(text: string): readonly Match<Meaning>[] {
    const matches: Match<Meaning>[] = [];
    this.#findPhrases(text.split(' '), matches);
    this.#findPieces(text, matches);
    return matches;
  }

  #note(): void {
    const text = this.#text;
    const isRead = isWrittenTogether(text);
    for (let at = 0; at < text.length; at = text.indexOf(',', at) + 1) {
      while (isSpace(text.charCodeAt(at))) at += 1;
      const code = text.charCodeAt(at);
      if (code === COMMA) continue;
      if (code === STAR || (isRead && isWrittenTogether(this.#phraseAt(at)))) this.#addPiece(at);
      else this.#addStart(at);
    }
  }

  #addStart(at: number): void {
    const place = placeOf(this.#text, at);
    this.#before.push(this.#last[place] ?? NONE);
    this.#last[place] = this.#starts.push(at) - 1;
  }

  #addPiece(at: number): void {
    const phrase = this.#phraseAt(at);
    const letters = phrase.replaceAll('*', '');
    const isEnd = phrase.startsWith('*') && !phrase.endsWith('*');
    const list = this.#pieces.get(letters.charAt(0)) ?? [];
    this.#pieces.set(letters.charAt(0), list);
    list.push({ phrase, meaning: this.#meaningAt(at), letters: isEnd ? `${letters} ` : letters });
  }

  #findPhrases(words: readonly string[], matches: Match<Meaning>[]): void {
    let at = 0;
    words.forEach((word, index) => {
      for (let length = Math.min(BEGINNING, word.length); length > 0; length -= 1) {
        for (const { words: wanted, phrase, meaning } of this.#beginningWith(word.slice(0, length))) {
          if (wanted.every((one, next) => fits(one, words[index + next])))
            matches.push({ phrase, meaning, at });
        }
      }
      at += word.length + 1;
    });
  }

  #beginningWith(letters: string): readonly Phrase<Meaning>[] {
    const known = this.#read.get(letters);
    if (known) return known;
    const phrases: Phrase<Meaning>[] = [];
    let index = this.#last[placeOf(letters, 0)] ?? NONE;
    for (; index !== NONE; index = this.#before[index] ?? NONE) {
      const at = this.#starts[index] ?? 0;
      if (!this.#text.startsWith(letters, at)) continue;
      const phrase = this.#phraseAt(at);
      if (beginningOf(phrase) !== letters) continue;
      phrases.unshift({ phrase, meaning: this.#meaningAt(at), words: phrase.split(' ').map(wanted) });
    }
    if (phrases.length > 0) this.#read.set(letters, phrases);
    return phrases;
  }

  #phraseAt(at: number): string {
    return this.#text.slice(at, this.#text.indexOf(',', at)).trimEnd();
  }

  #meaningAt(at: number): Meaning {
    const found = this.#meanings.find(({ end }) => at < end);
    if (!found) throw new RangeError(`No phrase stands at ${String(at)}.`);
    return found.meaning;
  }

  #findPieces(text: string, matches: Match<Meaning>[]): void {
    if (this.#pieces.size === 0) return;
    for (let at = 0; at < text.length; at += 1) {
      for (const { letters, phrase, meaning } of this.#pieces.get(text.charAt(at)) ?? []) {
        if (text.startsWith(letters, at)) matches.push({ phrase, meaning, at });
      }
    }
  }
}

/** A number for the beginning of the word that stands there. Few beginnings share one. */
function placeOf(text: string, at: number): number {
  let place = 0;
  for (let next = at; next < at + BEGINNING && next < text.length; next += 1) {
    const code = text.charCodeAt(next);
    if (isSpace(code) || code === STAR || code === COMMA) break;
    place = (place * 31 + code) % PLACES;
  }
  return place;
}

function isSpace(code: number): boolean {
  return code === BLANK || code === LINE_BREAK;
}

/** The first letters of the first word, as far as they are sure. */
function beginningOf(phrase: string): string {
  const beginning = phrase.slice(0, BEGINNING);
  const end = beginning.search(/[ *]/);
  return end < 0 ? beginning : beginning.slice(0, end);
}

function wanted(word: string): Wanted {
  return word.endsWith('*') ? { letters: word.slice(0, -1), isStem: true } : { letters: word, isStem: false };
}

function fits({ letters, isStem }: Wanted, word: string | undefined): boolean {
  if (word === undefined || word === '') return false;
  return isStem ? word.startsWith(letters) : word === letters;
}
