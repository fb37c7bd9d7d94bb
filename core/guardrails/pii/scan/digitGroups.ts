/** What stands between two groups of one number: blanks, marks and brackets, and a line that was broken. */
const JOINERS = '-./()_ \t\r\n';
const LONGEST_GAP = 4;

const ZERO = 0x30;
const NINE = 0x39;

/**
 * The groups of digits of a text, counted from zero. A text may be nothing but such groups: they are kept as numbers, and
 * not as objects.
 */
export class DigitGroups {
  readonly text: string;
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  /** How many digits of the text stand before each group. */
  readonly #offsets: number[] = [];

  constructor(text: string) {
    this.text = text;
    let digits = 0;
    for (let start = nextDigit(text, 0); start < text.length;) {
      const end = endOfDigits(text, start);
      this.#starts.push(start);
      this.#ends.push(end);
      this.#offsets.push(digits);
      digits += end - start;
      start = nextDigit(text, end);
    }
  }

  get count(): number {
    return this.#starts.length;
  }

  startOf(group: number): number {
    return this.#starts[group] ?? 0;
  }

  endOf(group: number): number {
    return this.#ends[group] ?? 0;
  }

  lengthOf(group: number): number {
    return this.endOf(group) - this.startOf(group);
  }

  /** How many digits the groups from one to another have together. */
  digitsIn(first: number, last: number): number {
    return (this.#offsets[last] ?? 0) - (this.#offsets[first] ?? 0) + this.lengthOf(last);
  }

  /** What parts a group from the one before. */
  gapBefore(group: number): string {
    return this.text.slice(this.endOf(group - 1), this.startOf(group));
  }

  /** Whether a number may go on from the group before to this one. */
  isJoined(group: number): boolean {
    const from = this.endOf(group - 1);
    const to = this.startOf(group);
    if (to - from > LONGEST_GAP) return false;
    for (let position = from; position < to; position += 1) {
      if (!JOINERS.includes(this.text.charAt(position))) return false;
    }
    return true;
  }
}

/** How far the next digit is looked for character by character: a pattern is faster over words, slower over numbers. */
const NEAR = 5;

/** Where the next digit stands; the text's length when there is none. */
function nextDigit(text: string, from: number): number {
  for (let position = from; position < from + NEAR; position += 1) {
    if (isDigit(text.charCodeAt(position))) return position;
  }
  const digit = /[0-9]/g;
  digit.lastIndex = from + NEAR;
  return digit.test(text) ? digit.lastIndex - 1 : text.length;
}

function endOfDigits(text: string, start: number): number {
  let end = start + 1;
  while (isDigit(text.charCodeAt(end))) end += 1;
  return end;
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}
