import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { domainOf } from '../../../../core/cascade/query/domain';
import { DOMAINS, type Domain } from '../../../../core/cascade/query/domains';
import { labelledQueries, laterQueries, share } from './queries';

const isRight = ({ query, domain }: { query: string; domain: string }) => domainOf(query).domain === domain;

describe('domainOf', () => {
  const languages = [...new Set(labelledQueries.map(({ language }) => language))];

  it.each(languages)('knows the domains of labelled queries in %s', (language) => {
    const queries = labelledQueries.filter((labelled) => labelled.language === language);
    expect(queries.length).toBeGreaterThanOrEqual(30);
    expect(share(queries, isRight)).toBeGreaterThanOrEqual(0.9);
  });

  it('knows those that its words were not chosen by about as well', () => {
    const blind = labelledQueries.filter(({ isBlind }) => isBlind);
    expect(blind.length).toBeGreaterThan(140);
    expect(share(blind, isRight)).toBeGreaterThanOrEqual(0.93);
  });

  it('knows the subjects that people came up with later', () => {
    expect(laterQueries.length).toBeGreaterThan(180);
    expect(share(laterQueries, isRight)).toBeGreaterThanOrEqual(0.95);
  });

  it.each<[Domain, Domain, string]>([
    [
      'summary',
      'legal',
      'Summarize this contract: The tenant shall pay the landlord on the first of the month.',
    ],
    ['translation', 'medical', 'Translate to German: "The patient has a fever and needs antibiotics."'],
    ['translation', 'code', 'Translate the comments into French:\n```js\nconst a = 1; // the sum\n```'],
    [
      'summary',
      'finance',
      'Fasse zusammen: Die Inflation steigt, Anleihen und Aktien fallen, die Zinsen bleiben.',
    ],
  ])('asks for %s about %s: %s', (task, subject, query) => {
    expect(
      domainOf(query)
        .domains.map(({ domain }) => domain)
        .slice(0, 2),
    ).toEqual([task, subject]);
  });

  it.each<[Domain, string]>([
    ['general', 'What is the grammar of the contraction in "isn’t"?'],
    ['general', 'My class at school had a picnic.'],
    ['general', 'Is the train stock still yellow?'],
    ['code', '```\nfoo(bar);\n```\nthis does not work'],
    ['code', 'Traceback (most recent call last):\n  File "a.py", line 3, in <module>\nKeyError: 7'],
    ['code', 'SELECT name FROM users WHERE id = 3'],
    ['math', 'x^2 - 4 = 0'],
    ['math', 'Tom has 3 apples and buys 5 more. How many does he have?'],
    ['medical', 'ARZT UND NEBENWIRKUNGEN'],
    ['finance', 'qu’est-ce que l’inflation'],
  ])('%s: %s', (domain, query) => {
    expect(domainOf(query).domain).toBe(domain);
  });

  it('pays no heed to accents, capitals and full-width letters', () => {
    expect(domainOf('QUELS SONT LES SYMPTOMES').domain).toBe('medical');
    expect(domainOf('ｐｙｔｈｏｎ').domain).toBe('code');
  });

  it('ranks all domains, with confidences that make 1', () => {
    fc.assert(
      fc.property(fc.constantFrom(...labelledQueries), fc.string(), ({ query }, noise) => {
        const { domain, confidence, domains } = domainOf(`${query} ${noise}`);
        expect(domains[0]).toEqual({ domain, confidence });
        expect(domains.reduce((sum, ranked) => sum + ranked.confidence, 0)).toBeCloseTo(1);
        expect(domains.map((ranked) => ranked.domain)).toContain('general');
        expect(domains.map((ranked) => ranked.confidence)).toEqual(
          domains.map((ranked) => ranked.confidence).toSorted((a, b) => b - a),
        );
        for (const ranked of domains) expect(DOMAINS).toContain(ranked.domain);
      }),
    );
  });

  it.each(['', ' ', '__proto__', 'constructor', 'toString valueOf hasOwnProperty', '!?', '\u0000', '\ud800'])(
    'finds nothing in %j',
    (query) => {
      expect(domainOf(query)).toEqual({
        domain: 'general',
        confidence: 1,
        domains: [{ domain: 'general', confidence: 1 }],
        signals: [],
      });
    },
  );

  it('counts a word once, however often it is said', () => {
    expect(domainOf('python python python').confidence).toBe(domainOf('python').confidence);
  });

  it('lets a preference decide where nothing else does, and only there', () => {
    const either = 'the diagnosis of the lawyer';
    expect(domainOf(either, { preferred: ['medical'] }).domain).toBe('medical');
    expect(domainOf(either, { preferred: ['legal'] }).domain).toBe('legal');
    expect(domainOf('Write a Python function', { preferred: ['legal'] }).domain).toBe('code');
    expect(domainOf('What a day', { preferred: ['legal'] }).domain).toBe('general');
    expect(domainOf('my contract').domain).toBe('general');
    expect(domainOf('my contract', { preferred: ['legal'] }).domain).toBe('legal');
  });
});
