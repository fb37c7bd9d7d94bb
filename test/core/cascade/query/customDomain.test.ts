import { describe, expect, it } from '@jest/globals';
import {
  LEAST_LIKENESS,
  readCustomDomains,
  type CustomDomain,
} from '../../../../core/cascade/query/customDomain';
import { domainOf } from '../../../../core/cascade/query/domain';
import { InvalidParameterError } from '../../../../core/errors/invalidParameterError';

const custom: readonly CustomDomain[] = [
  { name: 'returns', keywords: ['refund*', 'send back', '返品'] },
  {
    name: 'deliveries',
    examples: ['Where is my parcel?', 'My package has not arrived yet', 'Wo bleibt mein Paket?'],
  },
  { name: 'legal', keywords: ['imprint'] },
];
const of = (query: string) => domainOf(query, { custom });

describe('custom domains', () => {
  it.each([
    ['returns', 'I want a REFUND'],
    ['returns', 'are refunds possible'],
    ['returns', 'How can I send back these shoes?'],
    ['returns', '靴を返品したいです'],
    ['deliveries', 'where is the parcel'],
    ['deliveries', 'Has my package arrived?'],
    ['deliveries', 'wo bleibt denn das Paket'],
    ['general', 'Where is the nearest swimming pool?'],
    ['code', 'Fix the bug in my Python function'],
    ['legal', 'Do I need an imprint?'],
    ['legal', 'May my landlord evict me?'],
  ])('%s: %s', (domain, query) => {
    expect(of(query).domain).toBe(domain);
  });

  it('says which keyword it was, and how like an example', () => {
    expect(of('refund!').signals).toEqual(['returns: "refund*"']);
    expect(of('Where is my parcel').signals).toEqual(['deliveries: like an example (1.00)']);
    expect(LEAST_LIKENESS).toBe(0.5);
  });

  it('takes names for data, whatever they look like', () => {
    const domains = [{ name: '__proto__', keywords: ['constructor'] }];
    expect(domainOf('constructor', { custom: domains }).domain).toBe('__proto__');
    expect(domainOf('toString', { custom: domains }).domain).toBe('general');
  });

  it('takes keywords for words, not for patterns', () => {
    const domains = [{ name: 'odd', keywords: ['a.c', '(x+x+)+y'] }];
    expect(domainOf('abc', { custom: domains }).domain).toBe('general');
    expect(domainOf('an a.c circuit', { custom: domains }).domain).toBe('odd');
  });
});

describe('readCustomDomains', () => {
  it('takes what a domain may be', () => {
    expect(readCustomDomains(custom)).toEqual(custom);
    expect(readCustomDomains([])).toEqual([]);
  });

  it.each([
    ['no list', 'legal'],
    ['no name', [{ keywords: ['a'] }]],
    ['a blank name', [{ name: ' ' }]],
    ['a long name', [{ name: 'a'.repeat(61) }]],
    ['a keyword without a letter', [{ name: 'a', keywords: ['!'] }]],
    ['a keyword that is no text', [{ name: 'a', keywords: [7] }]],
    ['a long example', [{ name: 'a', examples: ['a'.repeat(1001)] }]],
    ['too many keywords', [{ name: 'a', keywords: new Array<string>(201).fill('a') }]],
    ['too many domains', new Array<object>(51).fill({ name: 'a' })],
  ])('refuses %s', (_, given) => {
    expect(() => readCustomDomains(given)).toThrow(InvalidParameterError);
  });
});
