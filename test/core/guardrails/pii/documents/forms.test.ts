import { describe, expect, it } from '@jest/globals';
import { documentDetectors } from '../../../../../core/guardrails/pii/entities/documents';
import { DOCUMENT_PII_TYPES, type DocumentPiiType } from '../../../../../core/guardrails/pii/piiTypes';
import { viewOf } from '../../../../../core/guardrails/text/textView';
import { found } from './found';

it('has a detector of every type of document', () => {
  expect([...documentDetectors.keys()]).toEqual([...DOCUMENT_PII_TYPES]);
  expect([...documentDetectors].every(([type, detector]) => type === detector.type)).toBe(true);
});

describe('what is found', () => {
  it.each<[DocumentPiiType, string, string]>([
    ['us_itin', 'My number: 912-70-1234.', '912-70-1234'],
    ['us_itin', 'ITIN 950651234', '950651234'],
    ['us_itin', 'taxpayer 999 99 9999', '999 99 9999'],
    ['uk_nino', 'He is AB 12 34 56 C', 'AB 12 34 56 C'],
    ['uk_nino', 'AB123456C', 'AB123456C'],
    ['uk_nino', 'NINO: jg103759a', 'jg103759a'],
    ['uk_nino', 'National Insurance AB123456', 'AB123456'],
    ['in_pan', 'ABCPE1234F', 'ABCPE1234F'],
    ['in_pan', 'PAN abcpe1234f', 'abcpe1234f'],
    ['mac_address', 'host 00:1B:44:11:3A:B7 is up', '00:1B:44:11:3A:B7'],
    ['mac_address', '00-1b-44-11-3a-b7', '00-1b-44-11-3a-b7'],
    ['mac_address', '001b.4411.3ab7', '001b.4411.3ab7'],
    ['mac_address', '00:1B:44:FF:FE:11:3A:B7', '00:1B:44:FF:FE:11:3A:B7'],
    ['mac_address', 'MAC 10-20-30-40-50-60', '10-20-30-40-50-60'],
    ['in_aadhaar', 'see 2341 2341 2346', '2341 2341 2346'],
    ['au_abn', 'we are 51 824 753 556', '51 824 753 556'],
    ['uk_nhs', 'NHS ９４３ ４７６ ５９１９', '９４３ ４７６ ５９１９'],
    ['uk_nhs', 'NHS 94\u200b3\u2011476\u20115919', '94\u200b3\u2011476\u20115919'],
    ['es_nif', 'DNI ١٢٣٤٥٦٧٨Z', '١٢٣٤٥٦٧٨Z'],
  ])('%s in %j', (type, text, expected) => {
    expect(found(type, text)).toEqual([expected]);
  });

  it('is found behind a number that only looks like one', () => {
    expect(found('uk_nhs', 'NHS 123 456 943 476 5919')).toEqual(['943 476 5919']);
  });

  it('is every one of a list', () => {
    expect(found('us_itin', '912-70-1234,912-70-1235 and 912-70-1236')).toHaveLength(3);
  });
});

describe('what is not found', () => {
  it.each<[DocumentPiiType, string]>([
    ['us_itin', 'ITIN 912-66-1234'],
    ['us_itin', 'ITIN 912-89-1234'],
    ['us_itin', 'ITIN 912-93-1234'],
    ['us_itin', 'ITIN 812-70-1234'],
    ['us_itin', 'ITIN 912-70 1234'],
    ['us_itin', 'order 912-70-1234'],
    ['us_itin', '912701234'],
    ['uk_nhs', '943 476 5919'],
    ['uk_nhs', 'call 943 476 5919'],
    ['uk_nino', 'NINO QQ123456C'],
    ['uk_nino', 'NINO BG123456C'],
    ['uk_nino', 'NINO AO123456C'],
    ['uk_nino', 'NINO AB123456E'],
    ['uk_nino', 'part AB123456C'],
    ['uk_nino', 'AB123456'],
    ['in_pan', 'PAN ABCXE1234F'],
    ['in_pan', 'PAN ABCPE0000F'],
    ['in_pan', 'model ABCPE1234F'],
    ['in_pan', 'abcpe1234f'],
    ['in_aadhaar', '234123412346'],
    ['in_aadhaar', 'Aadhaar 2341 2341 2346 1234'],
    ['in_aadhaar', 'Aadhaar 1234 2341 2341 2346'],
    ['pl_pesel', '44051401359'],
    ['au_tfn', '123 456 782'],
    ['au_abn', 'order 51 824 753 556'],
    ['mac_address', '00:00:00:00:00:00'],
    ['mac_address', 'ff:ff:ff:ff:ff:ff'],
    ['mac_address', '00:1B:44:11:3A'],
    ['mac_address', '00:1B:44:11:3A-B7'],
    ['mac_address', '10-20-30-40-50-60'],
    ['mac_address', 'aa:bb:cc:dd:ee:ff:00:11:22:33:44:55:66:77:88:99'],
    ['mac_address', 'fe80:00:1b:44:11:3a:b7'],
  ])('%s in %j', (type, text) => {
    expect(found(type, text)).toEqual([]);
  });

  it.each(DOCUMENT_PII_TYPES)('%s in texts that have none', (type) => {
    const texts = [
      '',
      '\ud800 \udfff',
      '550e8400-e29b-41d4-a716-446655440000',
      'ISBN 978-3-16-148410-0, order 100-2345678-9012345',
      'v10.4.2.1 of 1732345678, 1732345678901 ms',
      'd670460b4b4aece5915caf5c68d12f560a9fe3e4',
      '4111 1111 1111 1111, +1 415 555 2671, 415-555-2671',
      'On 17 May 1990 it was 10:30:45, and 3.14159265358979.',
    ];
    expect(texts.map((text) => found(type, text))).toEqual(texts.map(() => []));
  });
});

it('gives candidates within the text, whatever it is', () => {
  const text = '9'.repeat(500) + ' 1-'.repeat(500) + '0x'.repeat(500) + 'bc1'.repeat(500);
  for (const detector of documentDetectors.values()) {
    for (const { start, end, confidence } of detector.find(viewOf(text))) {
      expect(start).toBeLessThan(end);
      expect(end).toBeLessThanOrEqual(text.length);
      expect(confidence).toBeLessThanOrEqual(1);
    }
  }
});
