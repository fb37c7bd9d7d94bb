import { describe, expect, it } from '@jest/globals';
import { domainOf } from '../../../../../core/cascade/query/domain';
import { plainLetters, plainPhrase } from '../../../../../core/cascade/query/reading/plainWords';
import { cueNames, cues } from '../../../../../core/cascade/query/vocabulary/cues';
import {
  englishPhrases,
  latinPhrases,
  otherPhrases,
} from '../../../../../core/cascade/query/vocabulary/domainPhrases';

const lists = [
  ...[...englishPhrases(), ...latinPhrases(), ...otherPhrases()].map(([phrases]) => phrases),
  ...cueNames.map((name) => ` ${cues[name]}`),
];

describe('the vocabulary', () => {
  it('is written as its books read it: no punctuation but commas and stars', () => {
    const written = lists.flatMap((list) => list.split(',').map((phrase) => phrase.trim()));
    const read = lists.flatMap((list) =>
      plainLetters(list)
        .split(',')
        .map((phrase) => phrase.trim()),
    );
    expect(written.length).toBeGreaterThan(9_000);
    expect(written.map(plainPhrase)).toEqual(read);
  });

  it.each([
    ['medical', 'Is cirrhosis reversible?'],
    ['medical', 'what does a podiatrist do'],
    ['legal', 'the arraignment was postponed'],
    ['math', 'name the faces of a dodecahedron'],
    ['finance', 'what does a reinsurer owe its insurer'],
  ])('has terms from WordNet of %s: %s', (domain, query) => {
    expect(domainOf(query).domain).toBe(domain);
  });

  it.each([
    'Who sang in the first act?',
    'This is an excellent chair and the surface of it is smooth.',
    'Which media did the painter use for the bolts?',
  ])('hears no foreign words in English: %s', (query) => {
    expect(domainOf(query).domain).toBe('general');
  });

  it('takes a word that a long text mentions once for chance', () => {
    const story = 'They walked along the river and talked about the old days while it was getting dark. ';
    expect(domainOf(`${story.repeat(6)} The jury sat down.`).domain).toBe('general');
    expect(domainOf('Is the jury fair?').domain).toBe('legal');
  });
});
