import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { quoteProvider } from '../../../../core/models/provider/quoteProvider';

it.each([
  ['Incorrect API key provided: sk-proj-Ab12*****************wxyz. Find yours', /provided: …\. Find yours$/],
  ['Invalid key sk-1234', /^Invalid key …$/],
  ['Header was "Bearer some-secret-word"', /^Header was "Bearer …$/],
  ['No such key: 0123456789abcdef0123456789abcdef', /^No such key: …$/],
])('repeats no key: %s', (words, quoted) => {
  expect(quoteProvider(words)).toMatch(quoted);
});

it.each([
  'The model claude-3-5-sonnet-20241022 does not exist',
  'meta-llama/llama-3.1-405b-instruct:free is not a valid model ID',
  'This model has a maximum context length of 128000 tokens',
  'internationalization is not supported',
])('repeats other words: %s', (words) => {
  expect(quoteProvider(words)).toBe(words);
});

it('repeats no more than 300 characters', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 2000 }), (words) => {
      expect(quoteProvider(words).length).toBeLessThanOrEqual(300);
    }),
  );
  expect(quoteProvider('no '.repeat(1_000_000))).toHaveLength(300);
});
