import { describe, expect, it } from '@jest/globals';
import type { TextLine } from '../../../../core/http/textLines';
import { resultRows } from '../../../../core/models/jobs/resultRows';
import { collected } from '../../../support/collected';

async function* lines(...given: readonly TextLine[]): AsyncGenerator<TextLine> {
  for (const line of given) yield await Promise.resolve(line);
}

const whole = (text: string): TextLine => ({ text, isCut: false });
const cut = (text: string): TextLine => ({ text, isCut: true });
const rowsIn = (...given: readonly TextLine[]) => collected(resultRows(lines(...given), new Set()));

describe('the rows of results', () => {
  it('say whose they are', async () => {
    expect(await rowsIn(whole('{"custom_id":"a","n":1}'), whole('{"n":2,"custom_id":"__proto__"}'))).toEqual([
      { customId: 'a', row: { custom_id: 'a', n: 1 } },
      { customId: '__proto__', row: { n: 2, custom_id: '__proto__' } },
    ]);
  });

  it.each(['{"custom_id": "a", "text": "and so o', '{"id":"1","custom_id":"a","resp'])(
    'say it as well when they are too long, or break off: %s',
    async (text) => {
      const unread = [{ customId: 'a', row: undefined }];
      expect(await rowsIn(cut(text))).toEqual(unread);
      expect(await rowsIn(whole(text))).toEqual(unread);
    },
  );

  it('do not take what a model wrote for it', async () => {
    const text = JSON.stringify({ text: '{"custom_id":"b"}' });
    expect(await rowsIn(cut(text.slice(0, -1)))).toEqual([]);
  });

  it.each([
    '',
    '7',
    'null',
    '[]',
    '["custom_id"]',
    '{}',
    '{"custom_id":7}',
    '{"custom_id":null}',
    'custom_id',
  ])('are none without it: %s', async (text) => {
    expect(await rowsIn(whole(text))).toEqual([]);
  });

  it('are the first of each request, in one file or in several', async () => {
    const seen = new Set<string>();
    const first = await collected(resultRows(lines(whole('{"custom_id":"a","n":1}')), seen));
    const second = await collected(
      resultRows(lines(whole('{"custom_id":"a","n":2}'), whole('{"custom_id":"b","n":3}')), seen),
    );
    expect([...first, ...second].map(({ row }) => row?.['n'])).toEqual([1, 3]);
  });
});
