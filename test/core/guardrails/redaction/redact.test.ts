import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { labelOf } from '../../../../core/guardrails/redaction/label';
import { redact } from '../../../../core/guardrails/redaction/redact';
import { found } from './support/found';

const KEY = 'a key of a tenant, long enough';
const TEXT = 'Write to jane@example.com or bob@example.com, then call jane@example.com at 415-555-2671.';
const FINDINGS = found(TEXT, {
  email: ['jane@example.com', 'bob@example.com'],
  phone: ['415-555-2671'],
});

const hashOf = (value: string) => createHmac('sha256', KEY).update(value).digest('base64url').slice(0, 16);

describe('what was found', () => {
  it('gives way to its label', () => {
    expect(redact(TEXT, FINDINGS).text).toBe('Write to [EMAIL] or [EMAIL], then call [EMAIL] at [PHONE].');
  });

  it('gives way to a number that is the same for the same text', () => {
    expect(redact(TEXT, FINDINGS, { style: 'numbered' }).text).toBe(
      'Write to [EMAIL_1] or [EMAIL_2], then call [EMAIL_1] at [PHONE_1].',
    );
  });

  it('gives way to its mask', () => {
    expect(redact(TEXT, FINDINGS, { style: 'mask' }).text).toBe(
      'Write to j***@*** or b***@***, then call j***@*** at ***71.',
    );
  });

  it('gives way to its hash under the key', () => {
    const [jane, bob, phone] = ['jane@example.com', 'bob@example.com', '415-555-2671'].map(hashOf);
    expect(redact(TEXT, FINDINGS, { style: 'hash', hashKey: KEY }).text).toBe(
      `Write to [EMAIL_${jane ?? ''}] or [EMAIL_${bob ?? ''}], then call [EMAIL_${jane ?? ''}] at [PHONE_${phone ?? ''}].`,
    );
    const other = redact(TEXT, FINDINGS, { style: 'hash', hashKey: `${KEY}.` }).text;
    expect(other).not.toContain(jane);
  });

  it('gives way to nothing', () => {
    expect(redact(TEXT, FINDINGS, { style: 'remove' }).text).toBe('Write to  or , then call  at .');
  });

  it('is told, in the order of the text', () => {
    const { findings } = redact(TEXT, [...FINDINGS].reverse());
    expect(findings.map(({ type, start }) => [type, start])).toEqual([
      ['email', 9],
      ['email', 29],
      ['email', 56],
      ['phone', 76],
    ]);
  });
});

describe('the rest of the text', () => {
  it('stays as it is, whatever it looks like', () => {
    const text = '$& $1 $` 😀 a@b.co $$ \\ 👩‍👩‍👧 a@b.co\ud800';
    expect(redact(text, found(text, { email: ['a@b.co'] })).text).toBe(
      '$& $1 $` 😀 [EMAIL] $$ \\ 👩‍👩‍👧 [EMAIL]\ud800',
    );
  });

  it('stays as it is when nothing was found', () => {
    expect(redact('[EMAIL_1] $&', [], { style: 'numbered' })).toEqual({ text: '[EMAIL_1] $&', findings: [] });
    expect(redact('', []).text).toBe('');
  });

  it('stays as it is for every text and all places', () => {
    const pieces = fc.array(
      fc.tuple(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', minLength: 1 })),
    );
    const written = [
      ['label', '[THING]'],
      ['remove', ''],
    ] as const;
    fc.assert(
      fc.property(pieces, fc.constantFrom(...written), (all, [style, instead]) => {
        let text = '';
        const findings = all.map(([gap, value]) => {
          const start = text.length + gap.length;
          text += gap + value;
          return { type: 'thing', start, end: text.length, confidence: 0.5 };
        });
        expect(redact(`${text}$1`, findings, { style }).text).toBe(
          `${all.map(([gap]) => gap + instead).join('')}$1`,
        );
      }),
    );
  });

  it('is not taken for a number of what was found', () => {
    const text = 'Is [EMAIL_1] or email_2 the same as a@b.co?';
    expect(redact(text, found(text, { email: ['a@b.co'] }), { style: 'numbered' }).text).toBe(
      'Is [EMAIL_1] or email_2 the same as [EMAIL_3]?',
    );
  });
});

describe('findings', () => {
  const at = (start: number, end: number, confidence = 1, type = 'thing') => ({
    type,
    start,
    end,
    confidence,
  });

  it('that overlap go as one, and leave no piece of the lesser', () => {
    expect(redact('0123456789', [at(2, 6, 0.5), at(4, 8, 0.9, 'best'), at(7, 9, 0.4)]).text).toBe(
      '01[BEST]9',
    );
  });

  it('never cut a character in two', () => {
    expect(redact('a😀😀b', [at(2, 4)]).text).toBe('a[THING]b');
  });

  it.each([
    [-1, 2],
    [3, 3],
    [4, 2],
    [0, 11],
    [0.5, 2],
    [Number.NaN, 2],
  ])('from %d to %d are no place in a text of ten letters', (start, end) => {
    expect(() => redact('0123456789', [at(start, end)])).toThrow(
      `Parameter "findings.0" is "${String(start)} to ${String(end)}", but must be a place in the text, which has 10 characters`,
    );
  });
});

describe('options', () => {
  /** As JavaScript may call it, or an expression of a workflow. */
  const calling =
    (...given: readonly unknown[]) =>
    () => {
      Reflect.apply(redact, undefined, given);
    };

  it.each([undefined, '', 'short', 7, null])('with the key %p are refused without showing it', (hashKey) => {
    const wrong = calling('a', [], { style: 'hash', hashKey });
    expect(wrong).toThrow(expect.objectContaining({ code: 'INVALID_PARAMETER', parameter: 'hashKey' }));
    expect(wrong).not.toThrow(/short/);
  });

  it('with another style are refused', () => {
    expect(calling('a', [], { style: 'rot13' })).toThrow(
      'Parameter "style" is "rot13", but must be one of label, numbered, mask, hash, remove, reversible',
    );
  });

  it('want a text', () => {
    expect(calling(7, [])).toThrow('Parameter "text" is a number, but must be a text');
  });
});

it.each([
  ['credit_card', 'CREDIT_CARD'],
  ['Order no.', 'ORDER_NO'],
  ['straße', 'STRASSE'],
  ['顧客番号', '顧客番号'],
  ['[]', 'REDACTED'],
  ['__proto__', 'PROTO'],
  [`${'x'.repeat(39)} y`, 'X'.repeat(39)],
])('the label of %s is %s', (type, label) => {
  expect(labelOf(type)).toBe(label);
});
