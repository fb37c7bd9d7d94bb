/** A piece of a written calculation. What is no part of one is `break`. */
export type Token =
  | { readonly kind: 'number'; readonly value: number; readonly decimals: number }
  | { readonly kind: 'operator'; readonly sign: Sign }
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'open' | 'close' | 'equals' | 'percent' | 'unreadable' | 'line' | 'break' };

export type Sign = '+' | '-' | '*' | '/';

const piece =
  /(?<number>\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,12})?|\d{1,15}(?:\.\d{1,17})?|\.\d{1,12})|(?<sign>[-+*/×÷·−])|(?<word>\p{L}{1,40})|(?<product>(?<=[\d)])\()|(?<mark>[=≈()%^√²³\n])|(?<aside>[$€£\\])|(?<other>[^\s])/gu;

const signs: ReadonlyMap<string, Sign> = new Map([
  ['+', '+'],
  ['-', '-'],
  ['−', '-'],
  ['*', '*'],
  ['×', '*'],
  ['·', '*'],
  ['x', '*'],
  ['X', '*'],
  ['times', '*'],
  ['plus', '+'],
  ['minus', '-'],
  ['/', '/'],
  ['÷', '/'],
]);

const marks: ReadonlyMap<string, Token> = new Map([
  ['=', { kind: 'equals' }],
  ['≈', { kind: 'equals' }],
  ['(', { kind: 'open' }],
  [')', { kind: 'close' }],
  ['%', { kind: 'percent' }],
  ['^', { kind: 'unreadable' }],
  ['√', { kind: 'unreadable' }],
  ['²', { kind: 'unreadable' }],
  ['³', { kind: 'unreadable' }],
  ['\n', { kind: 'line' }],
]);

/** Reads a text as if it were one calculation. Currency signs and the backslash of Markdown are left out. */
export function* tokensOf(text: string): Generator<Token> {
  for (const { groups = {} } of text.matchAll(piece)) {
    const token = tokenOf(groups);
    if (token) yield token;
  }
}

function tokenOf(groups: Readonly<Record<string, string | undefined>>): Token | undefined {
  const { number, sign, word, mark, aside, product } = groups;
  if (number !== undefined) return numberOf(number);
  if (aside !== undefined) return undefined;
  if (product !== undefined) return { kind: 'unreadable' };
  const meant = signs.get(sign ?? word ?? '');
  if (meant) return { kind: 'operator', sign: meant };
  if (word !== undefined) return { kind: 'word', text: word };
  return marks.get(mark ?? '') ?? { kind: 'break' };
}

function numberOf(written: string): Token {
  return {
    kind: 'number',
    value: Number(written.replaceAll(',', '')),
    decimals: written.split('.')[1]?.length ?? 0,
  };
}
