import { withOwnBrackets, type Span } from './brackets';

/** A placeholder in a text, in the form that it was given or in one that models make of it. */
export interface Mention extends Span {
  /** `EMAIL_1` */
  readonly name: string;
}

interface Word extends Span {
  readonly text: string;
}

/** Letters of the Latin alphabet are words of their own, so that text written without spaces may surround them. */
const WORD = /[A-Za-z0-9]+|(?:(?![A-Za-z0-9])[\p{L}\p{M}\p{N}])+/gu;
const NUMBER = /^[1-9][0-9]{0,5}$/;
/** What may stand between two words of a name: nothing where the script changes. */
const JOINTS: ReadonlySet<string> = new Set(['', '_', '-', ' ', '\\_', '\\-', '\\ ']);
/** A label with a backslash before each of its characters. */
const LONGEST_WRITTEN = 80;
/** What models put between the brackets and the name. */
const PADDING = ' *`';
const LONGEST_PADDING = 4;
const GOES_ON_BEFORE = /[\p{L}\p{M}\p{N}]\\?_$/u;
const GOES_ON_BEHIND = /^\\?_[\p{L}\p{M}\p{N}]/u;
const IS_LARGER_NUMBER = /^[-.,:/][0-9]/;

/**
 * The placeholders in a text, in its order: `[EMAIL_1]` and what models write instead. The case may change; the
 * underscores may be escaped, or be hyphens or spaces; the brackets may be doubled, escaped, padded or gone. Without
 * brackets, a hyphen or a space is only taken in capitals: `Email 1` is more often a heading.
 *
 * @param labels the labels of the placeholders that are looked for
 */
export function* mentionsIn(text: string, labels: ReadonlySet<string>): Generator<Mention> {
  const wordsOfLabels = [...labels].map((label) => label.match(WORD) ?? []);
  const mostWords = Math.max(0, ...wordsOfLabels.map((words) => words.length));
  const lastWords = new Set(wordsOfLabels.map((words) => words.at(-1)));
  const before: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const word = { text: match[0], start: match.index, end: match.index + match[0].length };
    const previous = before.at(-1);
    if (previous && !isJoint(text, previous.end, word.start)) before.length = 0;
    const mayBeNamed = NUMBER.test(word.text) && lastWords.has(before.at(-1)?.text.toUpperCase());
    const mention = mayBeNamed ? mentionAt(text, before, word, labels) : undefined;
    if (mention) yield mention;
    if (before.push(word) > mostWords) before.shift();
  }
}

/** The longest label before the number counts: CREDIT_CARD_1 is not the first CARD. */
function mentionAt(
  text: string,
  before: readonly Word[],
  number: Word,
  labels: ReadonlySet<string>,
): Mention | undefined {
  let found: Mention | undefined;
  for (const first of before) {
    const written = text.slice(first.start, before.at(-1)?.end);
    if (written.length > LONGEST_WRITTEN) continue;
    const label = labelIn(written);
    if (labels.has(label))
      found ??= inText(text, { start: first.start, end: number.end }, `${label}_${number.text}`);
  }
  return found;
}

function inText(text: string, bare: Span, name: string): Mention | undefined {
  const whole = withOwnBrackets(text, bare) ?? withOwnBrackets(text, withPadding(text, bare));
  if (whole) return { name, ...whole };
  return standsAlone(text, bare) ? { name, ...bare } : undefined;
}

function withPadding(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (start - from < LONGEST_PADDING && PADDING.includes(text[from - 1] ?? 'none')) from -= 1;
  while (to - end < LONGEST_PADDING && PADDING.includes(text[to] ?? 'none')) to += 1;
  return { start: from, end: to };
}

function standsAlone(text: string, { start, end }: Span): boolean {
  const behind = text.slice(end, end + 4);
  if (GOES_ON_BEFORE.test(text.slice(Math.max(0, start - 4), start)) || GOES_ON_BEHIND.test(behind))
    return false;
  const written = text.slice(start, end);
  if (!/[ -]/.test(written)) return true;
  return written === written.toUpperCase() && !IS_LARGER_NUMBER.test(behind);
}

function isJoint(text: string, start: number, end: number): boolean {
  return end - start <= 2 && JOINTS.has(text.slice(start, end));
}

/** As `labelOf` gives it. */
function labelIn(written: string): string {
  return written.replace(/\\?[ _-]/g, '_').toUpperCase();
}
