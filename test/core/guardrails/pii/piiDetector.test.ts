import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CascadeError } from '../../../../core/errors/cascadeError';
import { InvalidParameterError } from '../../../../core/errors/invalidParameterError';
import type { PatternRunner } from '../../../../core/guardrails/patterns/patternRunner';
import { PiiDetector } from '../../../../core/guardrails/pii/piiDetector';
import { PII_TYPES } from '../../../../core/guardrails/pii/piiTypes';
import { restore } from '../../../../core/guardrails/redaction/restore';
import { found } from './support/found';

const runner: PatternRunner = {
  matchAll: (source, text, flags = '') => text.matchAll(new RegExp(source, `${flags}g`)),
};

const SAMPLE = 'Ann, ann@example.com, 212-555-0187, 219-09-9998, card 4111 1111 1111 1111, 203.0.113.9';

describe('detect', () => {
  it('gives type, masked value, place and confidence', () => {
    const [email, phone, ...rest] = new PiiDetector().detect(SAMPLE);
    expect(email).toEqual({ piiType: 'email', value: 'a***@***', position: [5, 20], confidence: 0.98 });
    expect(phone).toMatchObject({ piiType: 'phone', position: [22, 34] });
    expect(rest.map(({ piiType, value }) => [piiType, value])).toEqual([
      ['ssn', '2***'],
      ['credit_card', '****1111'],
      ['ip_address', '2***'],
    ]);
  });

  it('looks for the types that are asked for only', () => {
    expect(found(SAMPLE, { types: ['email', 'ip_address'] })).toEqual([
      'email: ann@example.com',
      'ip_address: 203.0.113.9',
    ]);
    expect(found('MAC 00:1b:44:11:3a:b7', { types: ['mac_address'] })).toEqual([
      'mac_address: 00:1b:44:11:3a:b7',
    ]);
    expect(found('MAC 00:1b:44:11:3a:b7')).toEqual([]);
  });

  it('leaves what is less sure than the threshold alone', () => {
    const options = { types: ['ip_address'], threshold: 0.8 } as const;
    expect(found('at 203.0.113.9', options)).toEqual([]);
    expect(found('IP 203.0.113.9', options)).toEqual(['ip_address: 203.0.113.9']);
  });

  it("finds entities of one's own besides", () => {
    const options = { customEntities: [{ name: 'staff_id', pattern: 'emp-\\d{6}' }], patterns: runner };
    expect(found('emp-123456 wrote to ann@example.com', options)).toEqual([
      'staff_id: emp-123456',
      'email: ann@example.com',
    ]);
  });

  it('takes what holds another finding in one piece', () => {
    expect(found('ann.212-555-0187@example.com')).toEqual(['email: ann.212-555-0187@example.com']);
    expect(found('https://ann:pw@example.com/x')).toEqual(['url_credentials: https://ann:pw@example.com']);
  });

  it('gives places in the original text', () => {
    const text = '𝒜😀 \u200b😀 ann@example.com ２１２-５５５-０１８７ \ud83d';
    expect(found(text)).toEqual(['email: ann@example.com', 'phone: ２１２-５５５-０１８７']);
  });

  it.each(['', ' ', '\0\u0001\ud800', '@', '+', '::', '('.repeat(100), '\udc00@\ud800.com'])(
    'finds nothing in %j',
    (text) => {
      expect(found(text, { types: PII_TYPES })).toEqual([]);
    },
  );

  it('finds what stands behind ten million characters', () => {
    const text = `${'all work and no play. '.repeat(455_000)}ann@example.com`;
    expect(found(text)).toEqual(['email: ann@example.com']);
  });

  it('gives findings within the text, in order, none over another, whatever the text', () => {
    const pieces = fc.constantFrom(
      ...[
        '1',
        '415',
        '-',
        ' ',
        '.',
        ':',
        '@',
        '+',
        '(',
        ')',
        'x',
        'call ',
        'a',
        'DE89',
        '4111',
        '\n',
        '\u200b',
        '４',
        '://',
        '😀',
      ],
    );
    const detector = new PiiDetector({ types: PII_TYPES, threshold: 0 });
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        let end = 0;
        for (const { position, confidence } of detector.detect(text)) {
          expect(position[0]).toBeGreaterThanOrEqual(end);
          expect(position[1]).toBeGreaterThan(position[0]);
          expect(confidence >= 0 && confidence <= 1).toBe(true);
          end = position[1];
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe('redact', () => {
  it('leaves nothing of what was found', () => {
    const [redacted, matches] = new PiiDetector().redact(SAMPLE);
    expect(redacted).toBe('Ann, [EMAIL], [PHONE], [SSN], card [CREDIT_CARD], [IP_ADDRESS]');
    expect(matches).toEqual(new PiiDetector().detect(SAMPLE));
  });

  it('writes as it is told', () => {
    const [redacted] = new PiiDetector().redact('ann@example.com', { style: 'mask' });
    expect(redacted).toBe('a***@***');
  });

  it("gives a map that restores the text, entities of one's own included", () => {
    const detector = new PiiDetector({
      customEntities: [{ name: 'staff_id', pattern: 'emp-\\d{6}' }],
      patterns: runner,
    });
    const text = 'emp-123456 is ann@example.com, not [EMAIL_1] or [STAFF_ID_1]';
    const [redacted, matches, map] = detector.redact(text, { style: 'reversible' });
    expect(redacted).not.toContain('emp-123456');
    expect(matches).toHaveLength(2);
    expect(restore(redacted, map)).toBe(text);
  });
});

describe('bad input', () => {
  it.each([undefined, null, 7, {}, ['a']])('refuses %j as a text', (given) => {
    const text = given as string;
    expect(() => new PiiDetector().detect(text)).toThrow(InvalidParameterError);
    expect(() => new PiiDetector().find(text)).toThrow('Parameter "text" is ');
    expect(() => new PiiDetector().redact(text)).toThrow(InvalidParameterError);
  });

  it.each<[options: Record<string, unknown>, message: string]>([
    [{ types: 'email' }, 'Parameter "types" is "email", but must be a list out of email, phone,'],
    [{ types: ['name'] }, 'Parameter "types.0" is "name"'],
    [{ defaultRegion: 'XX' }, 'Parameter "defaultRegion" is "XX", but must be the two letters of a country'],
    [{ defaultRegion: 49 }, 'Parameter "defaultRegion" is 49'],
    [{ includePrivateIps: 'no' }, 'Parameter "includePrivateIps" is "no", but must be true or false'],
    [{ threshold: 2 }, 'Parameter "threshold" is 2, but must be a number from 0 to 1'],
    [{ threshold: Number.NaN }, 'Parameter "threshold" is NaN'],
    [
      { customEntities: [{ name: 'email', pattern: 'x' }], patterns: runner },
      'Parameter "customEntities.0.name"',
    ],
  ])('refuses the options %j', (options, message) => {
    expect(() => new PiiDetector(options)).toThrow(message);
  });

  it('refuses a custom entity without a runner for its pattern', () => {
    const customEntities = [{ name: 'staff_id', pattern: 'emp-\\d{6}' }];
    expect(() => new PiiDetector({ customEntities })).toThrow(CascadeError);
  });
});
