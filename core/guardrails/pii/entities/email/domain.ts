import type { Separator, SeparatorKind } from './separators';

const LABEL = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}_-]{0,61}[\p{L}\p{N}\p{M}])?`;
const MARKED_DOT = String.raw` ?[[({<] ?(?:\.|dot) ?[\])}>] ?`;
/** A dot as it may be written after each kind of separator. */
const DOTS: Readonly<Record<SeparatorKind, string>> = {
  sign: String.raw`(?:\.|${MARKED_DOT})`,
  spaced: String.raw`(?:\.| \. | dot |${MARKED_DOT})`,
  marked: String.raw`(?:\.| \. | dot |${MARKED_DOT})`,
  word: String.raw`(?: dot |${MARKED_DOT})`,
};

/** No name has more labels in practice. */
const MOST_LABELS = 9;

const patterns: Readonly<Record<SeparatorKind, Domain>> = {
  sign: domainOf('sign'),
  spaced: domainOf('spaced'),
  marked: domainOf('marked'),
  word: domainOf('word'),
};

interface Domain {
  readonly label: RegExp;
  readonly dot: RegExp;
}

function domainOf(kind: SeparatorKind): Domain {
  return { label: new RegExp(LABEL, 'uy'), dot: new RegExp(DOTS[kind], 'iuy') };
}

/** `[192.0.2.7]`, `[IPv6:2001:db8::1]`. */
const LITERAL = /\[(?:IPv6:)?[0-9a-f.:]{3,45}\]/iy;

/** Where the domain after a separator ends; `undefined` when there is none that ends in a top-level domain. */
export function domainAt(text: string, { kind, end }: Separator): number | undefined {
  return (kind === 'sign' ? endOf(LITERAL, text, end) : undefined) ?? nameEnd(text, end, kind);
}

function nameEnd(text: string, start: number, kind: SeparatorKind): number | undefined {
  const { label, dot } = patterns[kind];
  let position = start;
  let end: number | undefined;
  for (let labels = 1; labels <= MOST_LABELS; labels += 1) {
    const labelEnd = endOf(label, text, position);
    if (labelEnd === undefined) break;
    if (labels > 1 && isTopLevel(text.slice(position, labelEnd), kind)) end = labelEnd;
    const next = endOf(dot, text, labelEnd);
    if (next === undefined) break;
    position = next;
  }
  return end;
}

function endOf(pattern: RegExp, text: string, position: number): number | undefined {
  pattern.lastIndex = position;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

const LETTERS = /^(?:[\p{L}\p{M}]{2,24}|xn--[a-z0-9-]{2,59})$/iu;
/** Ends of file names (`icon@2x.png`) that are no top-level domains. */
const FILE_ENDING =
  /^(?:png|jpe?g|gif|svg|webp|avif|js|mjs|ts|tsx|jsx|css|scss|html?|json|ya?ml|xml|txt|pdf|mp4)$/i;
/** In running words only what many addresses end in, or a country. */
const COMMON =
  /^(?:[a-z]{2}|com|net|org|edu|gov|mil|int|info|biz|name|online|shop|site|tech|app|dev|cloud|email|mail)$/i;

function isTopLevel(label: string, kind: SeparatorKind): boolean {
  if (!LETTERS.test(label) || FILE_ENDING.test(label)) return false;
  return kind === 'sign' || kind === 'marked' || COMMON.test(label);
}
