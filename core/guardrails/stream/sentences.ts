import { outsideCharacter } from './surrogates';

/** A longer sentence is cut at a blank, so that what waits for its end stays short. */
const LONGEST_SENTENCE = 800;
/** A stop with what closes after it, at a blank; a stop of Chinese or Japanese, which has no blank after it; a line. */
const SENTENCE_END = /[.!?…؟।][)\]"'”’»*_]{0,3}(?=\s)|[。！？][”’」』）]{0,3}(?=[^”’」』）])|\n/g;
/** Enough to see again what may become an end when more comes. */
const SEEN_AGAIN = 4;

/** Cuts a text that comes in pieces into sentences: the same ones in whatever pieces it comes, and all of the text. */
export class Sentences {
  #rest = '';
  /** No sentence ends before this. */
  #read = 0;

  /** The sentences that are complete with this piece. */
  *push(piece: string): Generator<string> {
    this.#rest += piece;
    for (let end = this.#nextEnd(); end !== undefined; end = this.#nextEnd()) yield this.#take(end);
  }

  /** What is left when nothing more comes. */
  *end(): Generator<string> {
    if (this.#rest !== '') yield this.#take(this.#rest.length);
  }

  #nextEnd(): number | undefined {
    SENTENCE_END.lastIndex = this.#read;
    for (let found = SENTENCE_END.exec(this.#rest); found !== null; found = SENTENCE_END.exec(this.#rest)) {
      if (SENTENCE_END.lastIndex > LONGEST_SENTENCE) break;
      if (saysSomething(this.#rest.slice(0, SENTENCE_END.lastIndex))) return SENTENCE_END.lastIndex;
    }
    this.#read = Math.max(0, this.#rest.length - SEEN_AGAIN);
    return this.#rest.length > LONGEST_SENTENCE ? cutOf(this.#rest) : undefined;
  }

  #take(end: number): string {
    const sentence = this.#rest.slice(0, end);
    this.#rest = this.#rest.slice(end);
    this.#read = 0;
    return sentence;
  }
}

/** Empty lines and strokes belong to the sentence after them. */
function saysSomething(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** After the last blank of the longest sentence, if that is in its second half; never inside a character. */
function cutOf(text: string): number {
  const longest = text.slice(0, LONGEST_SENTENCE);
  const blank = Math.max(longest.lastIndexOf(' '), longest.lastIndexOf('\t'));
  if (blank * 2 > LONGEST_SENTENCE) return blank + 1;
  return outsideCharacter(text, LONGEST_SENTENCE);
}
