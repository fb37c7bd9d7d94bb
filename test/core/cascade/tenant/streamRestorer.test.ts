import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { StreamRestorer } from '../../../../core/cascade/tenant/streamRestorer';
import { RedactionMap } from '../../../../core/guardrails/redaction/redactionMap';
import { restore } from '../../../../core/guardrails/redaction/restore';

const map = RedactionMap.from({
  version: 1,
  entries: [
    ['EMAIL_1', 'jane@corp.com'],
    ['EMAIL_12', 'joe@corp.com'],
    ['CREDIT_CARD_1', '4111 1111 1111 1111'],
    ['CARD_1', 'the ace of spades'],
    ['НОМЕР_1', 'семь'],
    ['PRIVATE_KEY_OF_THE_CUSTOMER_WITH_A_LONG_1', 'x [EMAIL_1] y'],
  ],
});

function through(pieces: readonly string[], restorer = new StreamRestorer(map)): string[] {
  return [...pieces.map((piece) => restorer.push(piece)), restorer.end()];
}

const atom = fc.constantFrom(
  ...[
    'EMAIL',
    'email',
    'CREDIT',
    'CARD',
    'Card',
    'НОМЕР',
    'номер',
    'PRIVATE_KEY_OF_THE_CUSTOMER_WITH_A_LONG',
  ],
  ...['1', '2', '12', '123456', '1234567', '0', '[', ']', '[[', ']]', '【', '】', '\\', '_', '-', ' ', '  '],
  ...['*', '**', '`', '.', ',', ':', '/', '5', '\n', 'x', 'Ж', '请', '😀', '\ud83d', 'ß'],
  ...['[EMAIL_1]', '[[EMAIL_12]]', '\\[CREDIT\\_CARD\\_1\\]', '[**CARD_1**]', 'EMAIL 1', 'Credit-Card-1'],
  ...['please write to the owner of ', 'a'.repeat(150), ' '.repeat(150)],
);
const texts = fc.array(atom, { maxLength: 16 }).map((atoms) => atoms.join(''));
const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });

function cut(text: string, lengths: readonly number[]): string[] {
  const pieces: string[] = [];
  for (let start = 0, index = 0; start < text.length; index += 1) {
    const length = lengths[index % lengths.length] ?? 1;
    pieces.push(text.slice(start, start + length));
    start += length;
  }
  return pieces;
}

describe('a text that is restored while it is written', () => {
  it('is what it would be at once, in whatever pieces it comes', () => {
    fc.assert(
      fc.property(texts, sizes, (text, lengths) => {
        expect(through(cut(text, lengths)).join('')).toBe(restore(text, map));
      }),
      { numRuns: 3_000 },
    );
  });

  it('is the same unit by unit', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(through(text.split('')).join('')).toBe(restore(text, map));
      }),
      { numRuns: 1_500 },
    );
  });

  it('waits for a placeholder that is cut in two, and for nothing else', () => {
    expect(through(['Write to [EM', 'AIL_', '1] at', ' once, or cal', 'l us.'])).toEqual([
      'Write to',
      '',
      '',
      ' jane@corp.com at once, or cal',
      'l us.',
      '',
    ]);
  });

  it('never waits for more than 120 characters', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const restorer = new StreamRestorer(map);
        let held = 0;
        for (const unit of text) {
          const before = held;
          held = restorer.push(unit) === '' ? before + unit.length : 0;
          expect(held).toBeLessThanOrEqual(122);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('passes at once when nothing was hidden', () => {
    const restorer = new StreamRestorer(new RedactionMap());
    expect(through(['Write to [EM', 'AIL_1]'], restorer)).toEqual(['Write to [EM', 'AIL_1]', '']);
  });
});
