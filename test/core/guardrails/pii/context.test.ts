import { describe, expect, it } from '@jest/globals';
import { confidenceInContext } from '../../../../core/guardrails/pii/context';
import { contextWordsOf } from '../../../../core/guardrails/pii/context/contextWords';

const words = contextWordsOf({
  type: 'phone',
  supportingWords: ['phone', 'my number', 'social security number'],
  opposingWords: ['order'],
  countedWords: ['seconds'],
  find: () => [],
});

function confidence(text: string, base = 0.5): number {
  const start = text.indexOf('123');
  return confidenceInContext(text, { start, end: start + 3, confidence: base }, words);
}

describe('confidenceInContext', () => {
  it.each<[what: string, text: string, expected: number]>([
    ['no word', 'see 123 there', 0.5],
    ['a supporting word before', 'Phone: 123', 0.85],
    ['a supporting word after', '123 (phone)', 0.85],
    ['a phrase', 'my number 123', 0.85],
    ['a phrase of three words', 'social security number 123', 0.85],
    ['a part of a phrase', 'a number 123', 0.5],
    ['an opposing word', 'order 123', 0.15],
    ['a word within a word', 'telephones, reorders 123', 0.5],
    ['a word of an identifier', 'phoneNumber=123', 0.85],
    ['a word in snake case', 'user_phone_1: 123', 0.85],
    ['the nearer of two words', 'phone of the order 123', 0.15],
    ['the nearer of two words again', 'order by phone 123', 0.85],
    ['a word before rather than one after', 'phone 123 for the order', 0.85],
    ['a unit directly after, whatever is before', 'phone 123 seconds', 0.15],
    ['a word that names what follows', '123 order: 7', 0.5],
    ['a word that is far away', `phone ${'- '.repeat(20)}123`, 0.5],
    ['a unit only directly after', '123 of 456 seconds', 0.5],
    ['no unit before', 'seconds 123', 0.5],
    ['a word that names the number after it', '123 phone 456', 0.5],
    ['no word of the next sentence', '123. Phone us', 0.5],
    ['no opposing word of the next clause', '123, order', 0.5],
    ['no opposing word behind a preposition', '123 about my order', 0.5],
    ['an opposing word of the same clause', '123 is the order', 0.15],
    ['a supporting word of the next clause', '123, my phone', 0.85],
    ['no opposing word of the sentence before', 'The order came. Then 123', 0.5],
    ['no opposing word of the question before', 'Is it an order? 123', 0.5],
    ['a supporting word of the sentence before', 'I have a phone. It is 123', 0.85],
    ['an opposing word before an abbreviation', 'order No. 123', 0.15],
    ['an opposing word before a form of address', 'order for Mr. Ray 123', 0.15],
    ['no opposing word that names another number', 'order 45 was paid by 123', 0.5],
    ['a supporting word before such a name', 'phone, not order 45, is 123', 0.85],
    ['an opposing word of a list', 'order 45, 46 and 123', 0.15],
    ['no word in a title', 'PhoneD 123', 0.5],
    ['a word that is far behind', `123 ${'- '.repeat(13)}phone`, 0.5],
  ])('hears %s', (_what, text, expected) => {
    expect(confidence(text)).toBeCloseTo(expected);
  });

  it('keeps within bounds, and takes nothing from what is surer than words can make it', () => {
    expect(confidence('phone 123', 0.7)).toBe(0.95);
    expect(confidence('phone 123', 0.98)).toBe(0.98);
    expect(confidence('order 123', 0.2)).toBe(0);
  });
});
