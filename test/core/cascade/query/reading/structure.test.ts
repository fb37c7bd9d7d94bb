import { describe, expect, it } from '@jest/globals';
import { structureOf, type Structure } from '../../../../../core/cascade/query/reading/structure';

const NOTHING: Structure = {
  hasCode: false,
  hasStackTrace: false,
  hasSql: false,
  hasFormula: false,
  numbers: 0,
  hasTable: false,
};

describe('structureOf', () => {
  it.each<[string, Partial<Structure>]>([
    ['Hello there, how are you?', {}],
    ['```\nx\n```', { hasCode: true }],
    ['def add(a, b):\n  return a', { hasCode: true }],
    ['<p>hi</p>', { hasCode: true }],
    ['    at f (/a/b.js:3:4)', { hasStackTrace: true, numbers: 2 }],
    ['java.lang.IllegalStateException: no', { hasStackTrace: true }],
    ['select a from b', { hasSql: true }],
    ['Please select one of the flowers.', {}],
    ['3x + 7 = 22', { hasFormula: true, numbers: 3 }],
    ['∫ f', { hasFormula: true }],
    ['What is 15% of 240?', { hasFormula: true, numbers: 2 }],
    ['1,5 and 2.5 and 1,000', { numbers: 3 }],
    ['a,b,c\n1,2,3\n4,5,6', { hasTable: true, numbers: 2 }],
    ['one, two\nthree, four\nfive', {}],
  ])('%j', (query, found) => {
    expect(structureOf(query)).toEqual({ ...NOTHING, ...found });
  });
});
