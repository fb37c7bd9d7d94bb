import { expect, it } from '@jest/globals';
import { assessDraft } from '../../../../core/cascade/quality/assessDraft';
import { routeQuery } from '../../../../core/cascade/routing/routeQuery';

/** No longer than what is read of a text, so that nothing is hidden by leaving out its middle. */
const SHORT = 4_500;
const LONG = 18_000;
/** Linear work takes 4 times as long on the long text, quadratic work 16 times: this stands between them. */
const MOST_GROWTH = 8;
/** Work that ends within this on the long text does not grow too fast, however its time compares. */
const NOISE_MS = 25;

const letters = [
  'a',
  'a b ',
  'a. ',
  'é',
  '漢',
  '🥐',
  'i ',
  'yes ',
  'as an ai ',
  'lorem ',
  'https://',
  'sorry i ',
  'leider ',
  '漢。',
];
const figures = ['1', '1 + ', '1 = ', '1,', '1,000 + ', '=', '-', '$', '1 km x ', '7% of 1 ', '1 a = '];
const blanks = [' ', '\n', '\r\n', '\t', '- a\n', '#\n', 'no\n', '; '];
const marks = [
  '.',
  '*',
  '`',
  '```\n',
  '"',
  '"a" ',
  '“',
  '«',
  '{',
  '{"',
  '{\n',
  '[',
  '(',
  '<',
  '<<',
  '|',
  ':',
  '…',
];
const demands = ['please return ', 'in json ', 'answer: ', 'one of: a, ', 'give me 3 ', '[name] ', '{{a}} '];

it.each([...letters, ...figures, ...blanks, ...marks, ...demands])(
  'takes time in proportion to a text of %j',
  (piece) => {
    const query = 'Answer yes or no? Return only JSON about cats please';
    for (const work of [
      (text: string) => assessDraft({ query, draft: text }),
      (text: string) => assessDraft({ query: `${text} json`, draft: 'ok' }),
      (text: string) => routeQuery(`${text}?`),
    ]) {
      expect(growsSlowly(work, piece)).toBe(true);
    }
  },
);

function textOf(piece: string, length: number): string {
  return piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
}

/** A busy machine only adds time, so one good attempt proves it. */
function growsSlowly(work: (text: string) => unknown, piece: string): boolean {
  return [1, 2, 3, 4].some(() => {
    const long = fastest(() => work(textOf(piece, LONG)));
    return long < NOISE_MS || long < MOST_GROWTH * fastest(() => work(textOf(piece, SHORT)));
  });
}

/** The least of three measurements, in milliseconds. */
function fastest(work: () => unknown): number {
  const times = [1, 2, 3].map(() => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...times);
}
