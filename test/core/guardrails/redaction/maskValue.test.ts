import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { maskValue } from '../../../../core/guardrails/redaction/maskValue';
import { PII_TYPES } from '../../../../core/guardrails/pii/piiTypes';

describe('a masked value', () => {
  it.each([
    ['email', 'jane.doe@example.com', 'j***@***'],
    ['email', '李雷@example.com', '李***@***'],
    ['email', '😀cat@example.com', '😀***@***'],
    ['credit_card', '4111 1111 1111 1234', '****1234'],
    ['credit_card', '378282246310005', '****0005'],
    ['credit_card', '４１１１１１１１１１１１１２３４', '****1234'],
    ['phone', '+1 (415) 555-2671', '***71'],
    ['iban', 'DE89 3704 0044 0532 0130 00', 'DE***00'],
    ['iban', 'de89370400440532013000', 'DE***00'],
    ['ssn', '536-90-4399', '5***'],
    ['ip_address', '192.168.0.1', '1***'],
    ['openai_key', `sk-${'x'.repeat(30)}`, 'sk-***'],
    ['anthropic_key', `sk-ant-${'x'.repeat(30)}`, 'sk-ant-***'],
    ['aws_access_key', `AKIA${'X'.repeat(16)}`, 'AKIA***'],
    ['password', 'correct horse', 'c***'],
    ['Kundennummer', 'K-2291', 'K***'],
  ])('of the type %s shows little of %s', (type, value, masked) => {
    expect(maskValue(type, value)).toBe(masked);
  });

  it.each([
    ['email', ''],
    ['email', 'a@'],
    ['phone', '12345'],
    ['credit_card', '12345678901'],
    ['iban', 'DE8900'],
    ['pin', '12'],
    ['word', 'ﬃ'],
    ['word', 'ab\u200b\u200b'],
    ['openai_key', 'sk-abc'],
  ])('of the type %s shows nothing of %s, which is too short', (type, value) => {
    expect(maskValue(type, value)).toMatch(/^[*@s]+$/);
    expect(maskValue(type, value).replace(/[*@]/g, '').length * 3).toBeLessThanOrEqual(value.length);
  });

  it('shows at most a third, whatever it is', () => {
    const types = fc.constantFrom(...PII_TYPES, 'secret', '__proto__');
    const values = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^sk-[a-z0-9]{0,20}$/),
    );
    fc.assert(
      fc.property(types, values, (type, value) => {
        const shown = Array.from(maskValue(type, value).replaceAll('***', '').replace('****', ''));
        const letters = shown.filter((letter) => letter !== '*' && letter !== '@');
        expect(letters.length * 3).toBeLessThanOrEqual(value.length);
      }),
    );
  });
});
