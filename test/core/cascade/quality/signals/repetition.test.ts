import { describe, expect, it } from '@jest/globals';
import { readDraft } from '../../../../../core/cascade/quality/draft';
import { repetition } from '../../../../../core/cascade/quality/signals/repetition';

const strengthOf = (text: string, query = 'Tell me about cats') =>
  repetition(readDraft({ query, text }))?.strength ?? 0;

const numbered = (count: number, line: (n: string) => string) =>
  Array.from({ length: count }, (_, index) => line(String(index + 1))).join('\n');

describe('repetition sees', () => {
  it.each<[string, string]>([
    ['one word again and again', 'cat '.repeat(200)],
    ['one sentence again and again', 'The cat sat on the mat and watched the birds. '.repeat(30)],
    [
      'a loop at the end',
      `Cats are small hunters that live with people. ${'They sleep a lot every single day. '.repeat(40)}`,
    ],
  ])('%s', (_what, text) => {
    expect(strengthOf(text)).toBeGreaterThan(0.9);
  });
});

describe('repetition does not see', () => {
  it.each<[string, string]>([
    ['a short refrain', 'Row, row, row your boat, gently down the stream.'],
    ['a multiplication table', numbered(12, (n) => `7 × ${n} = ${String(7 * Number(n))}`)],
    [
      'a list whose items begin alike',
      numbered(12, (n) => `${n}. Learn how to feed kitten ${n} with dish ${n}`),
    ],
    ['a table', numbered(20, (n) => `| Anna ${n} | ${n} years | cat ${n} |`)],
    ['rows of HTML', numbered(20, (n) => `<tr><td>name${n}</td><td>city${n}</td></tr>`)],
    ['records of JSON', numbered(20, (n) => `{"id": ${n}, "name": "cat${n}", "age": ${n}},`)],
    ['nothing', ''],
  ])('%s', (_what, text) => {
    expect(strengthOf(text)).toBe(0);
  });

  it('the chorus of a song', () => {
    const chorus = 'Summer, summer, stay with me\nSummer, summer, by the deep blue sea\n';
    const song = `The sun comes up over the hill\n${chorus}The rain runs slowly down the lane\n${chorus}${chorus}`;
    expect(strengthOf(song, 'Write a song about summer')).toBe(0);
  });
});
