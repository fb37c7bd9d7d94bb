import { expect, it } from '@jest/globals';
import { askedWaitMs, retryAfterMs } from '../../../core/http/retryAfter';

const NOW = Date.parse('Wed, 21 Oct 2026 07:28:00 GMT');

it.each<[string | undefined, number | undefined]>([
  [undefined, undefined],
  ['', undefined],
  ['  ', undefined],
  ['0', 0],
  ['7', 7000],
  [' 7 ', 7000],
  ['1.5', 1500],
  ['-3', 0],
  ['Wed, 21 Oct 2026 07:28:30 GMT', 30_000],
  ['Wed, 21 Oct 2026 07:27:00 GMT', 0],
  ['soon', undefined],
  ['soon 5', undefined],
  ['5 minutes', undefined],
  ['Infinity', undefined],
  ['NaN', undefined],
  ['Wed', undefined],
])('Retry-After: %p is %p ms', (header, ms) => {
  expect(retryAfterMs(header, NOW)).toBe(ms);
});

it.each<[Record<string, string>, number | undefined]>([
  [{ 'retry-after-ms': '1500', 'retry-after': '2' }, 1500],
  [{ 'retry-after-ms': '-1' }, 0],
  [{ 'retry-after-ms': 'soon', 'retry-after': '2' }, 2000],
  [{ 'retry-after': '2' }, 2000],
  [{}, undefined],
])('%j asks to wait for %p ms', (headers, ms) => {
  expect(askedWaitMs((name) => headers[name], NOW)).toBe(ms);
});
