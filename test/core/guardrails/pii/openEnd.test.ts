import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openPersonalData } from '../../../../core/guardrails/pii/openEnd';
import { PiiDetector } from '../../../../core/guardrails/pii/piiDetector';
import { PII_TYPES } from '../../../../core/guardrails/pii/piiTypes';
import { StreamGuard } from '../../../../core/guardrails/stream/streamGuard';

const open = (text: string) => text.slice(openPersonalData(text).from);

describe('what of the end of a text may still become personal data', () => {
  it.each<[what: string, text: string, held: string]>([
    ['nothing of nothing', '', ''],
    ['the last two words', 'My name is Ann Example', 'Ann Example'],
    ['the same before a blank', 'My name is Ann Example ', 'Ann Example '],
    ['an address being written', 'Please write to ann at example', 'ann at example'],
    ['a number and the word before it', 'My number is 415 555', 'is 415 555'],
    ['a number until words enough follow', 'It is 415 555 2671, call me', 'is 415 555 2671, call me'],
    [
      'a number that a word may still speak for',
      'It is 415 555 2671 and then some',
      'is 415 555 2671 and then some',
    ],
    ['an address in full width', 'Please write to ａｎｎ＠example', 'to ａｎｎ＠example'],
  ])('%s', (_what, text, held) => {
    expect(open(text)).toBe(held);
  });

  it('is no more a number after 48 characters of words', () => {
    const words = 'and that is all there is to say about the matter for the moment';
    expect(open(`It is 415 555 2671 ${words}`)).toBe('the moment');
  });
});

const detector = new PiiDetector({ types: [...PII_TYPES] });
const finder = { find: (text: string) => detector.find(text), openEnd: openPersonalData };

const values = fc.constantFrom(
  'ann@example.com',
  'ann at example dot com',
  'ann [at] example [dot] com',
  '415-555-2671',
  '(415) 555-2671 ext. 45',
  '+49 30 901820',
  '4 1 5 5 5 5 2 6 7 1',
  '123-45-6789',
  '4111 1111 1111 1111',
  '203.0.113.9',
  '2001:db8::8a2e:370:7334',
  'DE89 3704 0044 0532 0130 00',
  'https://ann:secret@example.com/a',
  'born on March 12, 1990',
  '12 March 1990',
  '2031',
  '12345678',
);
const words = fc.constantFrom(
  'call',
  'me',
  'my phone is',
  'order number',
  'SSN',
  'invoice',
  'tonight',
  'at',
  'dot',
  'Ann',
  'or',
  'and then',
  'ISBN',
  'card:',
  'date of birth',
  'the answer to all of these questions is',
  'naïve 😀',
  '(see above)',
);
const blanks = fc.constantFrom(' ', ' ', ' ', ', ', '. ', '\n');
const texts = fc
  .array(fc.tuple(fc.oneof(words, words, values), blanks), { maxLength: 30 })
  .map((parts) => parts.flat().join(''));
const sizes = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1 });

describe('a stream', () => {
  it('loses none of it, in whatever chunks it comes', () => {
    fc.assert(
      fc.property(texts, sizes, (text, lengths) => {
        expect(inChunks(text, lengths)).toBe(atOnce(text));
      }),
      { numRuns: 500 },
    );
  });
});

function inChunks(text: string, lengths: readonly number[]): string {
  const guard = new StreamGuard({ detectors: [{ guardrail: 'pii', finder }] });
  let given = '';
  let rest = text;
  for (let turn = 0; rest !== ''; turn += 1) {
    const length = lengths[turn % lengths.length] ?? 1;
    given += guard.push(rest.slice(0, length));
    rest = rest.slice(length);
  }
  return given + guard.end();
}

function atOnce(text: string): string {
  let redacted = '';
  let done = 0;
  for (const { type, start, end } of detector.find(text)) {
    redacted += `${text.slice(done, start)}[${type.toUpperCase()}]`;
    done = end;
  }
  return redacted + text.slice(done);
}
