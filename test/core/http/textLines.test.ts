import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { textLines } from '../../../core/http/textLines';
import { collected } from '../../support/collected';

async function* cut(text: string, at: readonly number[] = []): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  const cuts = [...at].sort((a, b) => a - b).filter((place) => place < bytes.length);
  for (const [index, start] of [0, ...cuts].entries()) {
    yield await Promise.resolve(bytes.slice(start, cuts[index] ?? bytes.length));
  }
}

const linesIn = (text: string, at?: readonly number[], longest = 1000) =>
  collected(textLines(cut(text, at), longest));
const whole = (...texts: readonly string[]) => texts.map((text) => ({ text, isCut: false }));

describe('the lines of a text', () => {
  it.each<[string, string, string[]]>([
    ['each', 'a\nb\n', ['a', 'b']],
    ['the last one without an end', 'a\nb', ['a', 'b']],
    ['those that end as on Windows', 'a\r\nb\r\n', ['a', 'b']],
    ['none that are blank', '\n\na\n \n\r\n\nb\n\n', ['a', 'b']],
    ['none of an empty text', '', []],
    ['no byte order mark', '\uFEFFa\n', ['a']],
    ['what else Unicode takes for the end of a line', 'a\u2028b\u0085c\n', ['a\u2028b\u0085c']],
  ])('are %s', async (_, text, lines) => {
    expect(await linesIn(text)).toEqual(whole(...lines));
  });

  it('are the same wherever the bytes are cut', async () => {
    const text = 'né\r\n日本語\n\n👩‍👩‍👧 ok\nlast';
    const expected = await linesIn(text);
    expect(expected).toHaveLength(4);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 40 })), async (cuts) => {
        expect(await linesIn(text, cuts)).toEqual(expected);
      }),
    );
  });

  it('lose what is too long, and nothing of those around it', async () => {
    const text = `short\n${'x'.repeat(50)}\nshort again\n`;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 70 })), async (cuts) => {
        expect(await linesIn(text, cuts, 20)).toEqual([
          ...whole('short'),
          { text: 'x'.repeat(20), isCut: true },
          ...whole('short again'),
        ]);
      }),
    );
  });

  it('may be as long as allowed', async () => {
    expect(await linesIn(`${'x'.repeat(20)}\n`, [], 20)).toEqual(whole('x'.repeat(20)));
  });

  it('of bytes that are no text are replaced, not refused', async () => {
    const bytes = (async function* () {
      yield await Promise.resolve(Uint8Array.of(0x61, 0xff, 0x0a, 0x62));
    })();
    expect(await collected(textLines(bytes, 100))).toEqual(whole('a\uFFFD', 'b'));
  });
});
