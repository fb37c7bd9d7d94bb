import { describe, expect, it } from '@jest/globals';
import { sentencesOf } from '../../../../../core/guardrails/moderation/patterns/sentences';

function wordsOf(plain: string): string[][] {
  return sentencesOf(plain).map((sentence) => sentence.map(({ word }) => word));
}

describe('sentencesOf', () => {
  it('cuts a text at the ends of its sentences', () => {
    expect(wordsOf('it rains. we stay! do you? yes; fine')).toEqual([
      ['it', 'rains'],
      ['we', 'stay'],
      ['do', 'you'],
      ['yes'],
      ['fine'],
    ]);
  });

  it('cuts what has no ends into pieces', () => {
    expect(sentencesOf('word '.repeat(130)).map(({ length }) => length)).toEqual([60, 60, 10]);
  });

  it.each([
    ["i don't", ['i', 'do', 'not']],
    ["they're here", ['they', 'are', 'here']],
    ["women's rights", ['women', 'rights']],
    ['u r late', ['you', 'are', 'late']],
    ['you cannot', ['you', 'can', 'not']],
  ])('reads %s in full', (plain, words) => {
    expect(wordsOf(plain)).toEqual([words]);
  });

  it('reads phrases as one word', () => {
    expect(wordsOf('wipe out the bath bomb shop')).toEqual([['wipe out', 'the', 'bath bomb', 'shop']]);
  });

  it('makes a group of an identity and people', () => {
    const [sentence = []] = sentencesOf('two black people and a gay man');
    expect(sentence.map(({ word, names }) => [word, names.filter((name) => name.startsWith('#'))])).toEqual(
      expect.arrayContaining([
        ['black people', ['#group']],
        ['gay man', ['#member']],
      ]),
    );
  });

  it.each([
    ['f*ck this sh*t', ['fuck', 'this', 'shit']],
    ['the imigrants and mulsims', ['the', 'immigrants', 'and', 'muslims']],
    ['i hatewomen', ['i', 'hate', 'women']],
    ['muslimsare here', ['muslims', 'are', 'here']],
  ])('repairs %s', (plain, words) => {
    expect(wordsOf(plain)).toEqual([words]);
  });

  it.each([
    'therapist',
    'assassin',
    'scunthorpe',
    'cockpit',
    'analysis',
    'grape',
    'country',
    'area',
    'arena',
    'niger',
    'naive',
    'refuge',
    'geeks',
  ])('leaves %s whole', (word) => {
    expect(wordsOf(word)).toEqual([[word]]);
  });

  it.each([
    ['he said "go home now" loudly', ['go', 'home', 'now']],
    ["he said 'don't go' loudly", ['do', 'not', 'go']],
    ['he said "go home', []],
    ["the dogs' bones and cats' toys", []],
  ])('knows what is quoted in %s', (plain, quoted) => {
    const words = sentencesOf(plain).flat();
    expect(words.filter((token) => token.quoted).flatMap(({ word }) => word.split(' '))).toEqual(quoted);
  });
});
