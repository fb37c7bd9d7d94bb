import { LETTERS, NUMERALS, OPERATOR, WRITTEN_NUMBER } from './notation';
import { holds } from './holds';

/** An equation of plain numbers as it stands in a text. */
export interface Sum {
  readonly text: string;
  readonly holds: boolean;
}

/** After these words an equation may start. After any other (`twice`, `log`, `of`) its first number is not its own. */
const LEAD_IN = eitherCase(
  'and|are|because|calculate|compute|gets?|gives?|had|has|have|hence|is|know|makes?|means|since|so|that|then|therefore|thus|total|was|were',
);
const APART = String.raw`(?<![${LETTERS}${NUMERALS}.,:'’)_√^…*/×÷·⋅±+−–-])(?<![${LETTERS}${NUMERALS}%*/×÷·⋅±+−–^-][ ]{1,2})`;
const BEFORE = String.raw`(?:${APART}|(?<=(?<![${LETTERS}])(?:${LEAD_IN})[ ]{1,2}))`;
const AFTER = String.raw`(?![${LETTERS}${NUMERALS}^/…]|[.,:'’]\d|[\u0020\u00a0\u202f]\d{3}|[ ]{0,2}[-+*/×÷·⋅−])`;
const UNIT = String.raw`(?<unit>[ ]{0,2}%|[ ]{1,2}[${LETTERS}])?`;

/** `a op b [op c ...] = d`, every repetition bounded so that the search stays linear. */
const equation = new RegExp(
  String.raw`(?=[$€£\d])${BEFORE}(?<left>${WRITTEN_NUMBER}(?:[ ]{0,2}${OPERATOR}[ ]{0,2}${WRITTEN_NUMBER}){1,6})` +
    String.raw`[ ]{0,2}=[ ]{0,2}(?<right>-?${WRITTEN_NUMBER})${AFTER}${UNIT}`,
  'g',
);

/** `i` and sets of letters together are slow to prepare. */
function eitherCase(words: string): string {
  return words.replace(/(?<![a-z])[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}

/** Bold, and the calculator marks of worked solutions. What is left of `2**3` is no equation any more. */
const marks = /\*\*|<<|>>/g;

/** All equations between plain numbers that a text stands by, with the verdict on each. */
export function sumsIn(given: string): Sum[] {
  if (!given.includes('=')) return [];
  const text = given.replace(marks, '  ');
  return [...text.matchAll(equation)].flatMap(({ 0: whole, index, groups = {} }) => {
    const left = groups['left'] ?? '';
    const right = groups['right'] ?? '';
    const unit = groups['unit'];
    if (isSpan(left) || isQualified(text, index, whole.length)) return [];
    const verdict = holds({ left, right, hasUnit: unit !== undefined });
    const shown = whole.slice(0, whole.length - (unit?.length ?? 0));
    return verdict === undefined ? [] : [{ text: shown, holds: verdict }];
  });
}

const date = /^(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/-]\d{1,2}[/-]\d{2,4})$/;

/** A date, or a range such as `90-100` in `90-100 = 4.0`. */
function isSpan(left: string): boolean {
  const [, from = '', to = ''] = /^(\d+)-(\d+)$/.exec(left) ?? [];
  return date.test(left) || Number(from) < Number(to);
}

/** How many characters on either side are searched for what the writer says of an equation. */
const CONTEXT = 40;
/** The writer denies it, rounds it on purpose, or does not count in plain decimals. */
const qualified =
  /\b(?:not|isn't|wrong|incorrect|false|untrue|mistake|falsch|nicht|mod|modulo|binary|octal|hex|base[- ]?\d|clock|round)/i;

function isQualified(text: string, index: number, length: number): boolean {
  const end = index + length;
  const before =
    text
      .slice(Math.max(0, index - CONTEXT), index)
      .split(/[.!?:;\n]/)
      .at(-1) ?? '';
  const [after = ''] = text.slice(end, end + CONTEXT).split(/[.!?;\n]/);
  return qualified.test(before) || qualified.test(after);
}
