/** The longest that a placeholder gets in the ways in which models write it, and what follows it and decides about it. */
const LONGEST = 112;
/** Brackets, their backslashes and what stands between them and the name. */
const BEFORE_NAME = '[［【\\ *`';
/** Two pairs of brackets, a third one that decides about them, each with a backslash, and the padding. */
const LONGEST_BEFORE_NAME = 10;
/** A number, and then as much as may decide about it. */
const NUMBER = /^_?[0-9]{1,6}[^]{0,10}$/;
const LATIN = /[A-Za-z0-9]/;

/** Tells where the end of a text may be the beginning of a placeholder. */
export class OpenPlaceholder {
  readonly #labels: readonly string[];
  readonly #beginnings: ReadonlySet<string>;
  readonly #initials: ReadonlySet<string>;

  /** @param labels of the placeholders: `EMAIL`, `CREDIT_CARD` */
  constructor(labels: Iterable<string>) {
    this.#labels = [...labels];
    this.#beginnings = new Set(this.#labels.flatMap(beginningsOf));
    this.#initials = new Set(this.#labels.map((label) => label.charAt(0)));
  }

  /** From where on the text is undecided while more may follow; its length when all is decided. */
  from(text: string): number {
    for (let position = Math.max(0, text.length - LONGEST); position < text.length; position += 1) {
      if (this.#mayBegin(text, position)) return beforeName(text, position);
    }
    return beforeName(text, text.length);
  }

  #mayBegin(text: string, position: number): boolean {
    const initial = text.charAt(position);
    if (!this.#initials.has(initial.toUpperCase())) return false;
    if (LATIN.test(initial) && LATIN.test(text.charAt(position - 1))) return false;
    return this.#isOpen(nameIn(text.slice(position)));
  }

  #isOpen(name: string): boolean {
    if (this.#beginnings.has(name)) return true;
    if (!/[0-9]/.test(name)) return false;
    return this.#labels.some((label) => name.startsWith(label) && NUMBER.test(name.slice(label.length)));
  }
}

function beginningsOf(label: string): string[] {
  return Array.from(`${label}_`, (_, index) => `${label}_`.slice(0, index + 1));
}

/** As placeholders are named, whatever stands for the underscores. */
function nameIn(written: string): string {
  return written
    .replace(/\\$/, '')
    .replace(/\\?[ _-]/g, '_')
    .toUpperCase();
}

function beforeName(text: string, position: number): number {
  let from = position;
  while (position - from < LONGEST_BEFORE_NAME && BEFORE_NAME.includes(text[from - 1] ?? 'none')) from -= 1;
  return from;
}
