import { describe, expect, it } from '@jest/globals';
import { domainOf } from '../../../../core/cascade/query/domain';
import type { Domain } from '../../../../core/cascade/query/domains';

describe('domainOf', () => {
  it.each<[Domain, string]>([
    ['general', 'What is the capital of France?'],
    ['general', ''],
    ['code', 'Fix the bug in my Python function'],
    ['code', 'SQL'],
    ['creative', 'Write a poem about the sea'],
    ['data', 'What is the median of this dataset?'],
    ['finance', 'How is a mortgage with interest taxed?'],
    ['legal', 'Is this contract clause enforceable in court?'],
    ['math', 'What is the derivative of a polynomial?'],
    ['medical', 'Which antibiotic for an infection during pregnancy?'],
    ['summary', 'Summarize this'],
    ['translation', 'Translate this to German'],
    ['translation', 'Übersetze das ins Englische'],
  ])('%s: %s', (domain, query) => {
    expect(domainOf(query).domain).toBe(domain);
  });

  it.each(['__proto__', 'constructor', 'toString valueOf hasOwnProperty', 'prototype'])(
    'finds nothing in names of JavaScript: %s',
    (query) => {
      expect(domainOf(query)).toEqual({ domain: 'general', confidence: 1, signals: [] });
    },
  );

  it('takes the domain with the most different words, and is surer the more there are', () => {
    const mixed = domainOf('python python python contract lawsuit');
    expect(mixed).toMatchObject({ domain: 'legal', signals: ['contract', 'lawsuit'] });
    expect(mixed.confidence).toBe(0.5);
    expect(domainOf('contract').confidence).toBeLessThan(domainOf('contract lawsuit court').confidence);
  });
});
