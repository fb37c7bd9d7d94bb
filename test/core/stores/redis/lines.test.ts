import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lineOf, textOf } from '../../../../core/stores/redis/lines';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom('"', '\n', '\\', 'n', 'a', '\ud800', '\udc00', '漢'))
    .map((letters) => letters.join('')),
);

it('a line holds any text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const line = lineOf(text);
      expect(line).not.toContain('\n');
      expect(textOf(Buffer.from(line).toString())).toBe(text);
    }),
  );
});

it('a line is the text itself where it can be', () => {
  for (const text of ['', '{"a":"\\n"}', '漢 \ud83d\ude00', 'a"b']) expect(lineOf(text)).toBe(text);
});

it('a line that something else has written is a text too', () => {
  for (const line of ['"', '"a', '"a" b']) expect(textOf(line)).toBe(line);
});
