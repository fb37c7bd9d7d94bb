/** A line of a text, without its end. */
export interface TextLine {
  readonly text: string;
  /** Whether it is longer than allowed: `text` is its beginning then. */
  readonly isCut: boolean;
}

/**
 * The lines of a text in UTF-8 whose bytes may be cut anywhere, within a character as well. Lines end with LF or CRLF,
 * the last one may also just end; blank ones are left out.
 *
 * @param longest characters of a line that are kept; the rest is read and dropped
 */
export async function* textLines(
  bytes: AsyncIterable<Uint8Array>,
  longest: number,
): AsyncGenerator<TextLine> {
  const decoder = new TextDecoder();
  let line = new OpenLine(longest);
  for await (const chunk of bytes) {
    const [rest = '', ...begun] = decoder.decode(chunk, { stream: true }).split('\n');
    line.add(rest);
    for (const text of begun) {
      yield* line.read();
      line = new OpenLine(longest);
      line.add(text);
    }
  }
  line.add(decoder.decode());
  yield* line.read();
}

/** A line whose end has not come yet. */
class OpenLine {
  readonly #longest: number;
  readonly #pieces: string[] = [];
  #length = 0;
  #isCut = false;

  constructor(longest: number) {
    this.#longest = longest;
  }

  add(text: string): void {
    const kept = text.slice(0, this.#longest - this.#length);
    this.#isCut ||= kept.length < text.length;
    this.#length += kept.length;
    this.#pieces.push(kept);
  }

  /** Nothing when it is blank. */
  read(): readonly TextLine[] {
    const text = this.#pieces.join('').replace(/\r$/, '');
    return text.trim() === '' ? [] : [{ text, isCut: this.#isCut }];
  }
}
