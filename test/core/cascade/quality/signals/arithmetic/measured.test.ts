import { expect, it } from '@jest/globals';
import { measuredSumsIn } from '../../../../../../core/cascade/quality/signals/arithmetic/measured';
import { sumsIn } from '../../../../../../core/cascade/quality/signals/arithmetic/sums';

it.each([
  ['14 pallets x 36 boxes = 504 boxes', true],
  ['14 pallets x 36 boxes = 514 boxes', false],
  ['320 km / 2,5 h = 138 km/h.', false],
  ['320 km / 2,5 h = 128', true],
  ['3 hours × 60 = 180 minutes', true],
  ['90 minutes × 4 = 6 hours', true],
  ['7% of 420 is 29.40.', true],
  ['7% of 420 is 31.40.', false],
  ['7 % von 420 sind 31,40 €', false],
  ['20% of 80 people are 3 times as likely', undefined],
  ['about 7% of 420 is 30.', undefined],
  ['1 / 3 of 9 = 3', undefined],
])('%s %p', (text, holds) => {
  expect(measuredSumsIn(text)[0]?.holds).toBe(holds);
});

it.each([
  ['3,14 * 2 = 6,28', true],
  ['3,14 * 2 = 7,28', false],
  ['1.350 + 283,50 = 1.633,50', true],
  ['1.500 - 1.180 = 420', false],
  ['1,020 + 720 = 1,740', true],
])('reads decimal commas in %s', (text, holds) => {
  expect(sumsIn(text)).toEqual([{ text, holds }]);
});
