import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PhraseBook } from '../../../../../core/cascade/query/reading/phraseBook';
import { plainPhrase, plainWords } from '../../../../../core/cascade/query/reading/plainWords';

function finds(phrase: string, text: string): boolean {
  return new PhraseBook([[plainPhrase(phrase), phrase]]).find(plainWords(text)).length > 0;
}

describe('PhraseBook', () => {
  it.each([
    ['tax', 'My tax!', true],
    ['tax', 'a taxi', false],
    ['tax*', 'taxes', true],
    ['tax*', 'syntax', false],
    ['*vertrag*', 'Kaufvertragsrecht', true],
    ['*klausel', 'eine Strafklausel.', true],
    ['*klausel', 'Klauseln', false],
    ['write a poem', 'please write a poem', true],
    ['write a poem', 'write poem a', false],
    ['non compete*', 'a non-compete clause', true],
    ['was heißt * auf', 'Was heißt Hund auf Polnisch?', true],
    ['was heißt * auf', 'was heißt auf', false],
    ['c++', 'in C++, please', true],
    ['droit d auteur', 'le droit d’auteur', true],
    ['résumé*', 'RESUMES', true],
    ['翻译', '请翻译这句话', true],
    ['몇 시간', '몇 시간이 걸리나요', true],
    ['계약', '근로계약서를', true],
    ['عقد', 'العقد', true],
    ['عقد', 'معقد', false],
    ['фаил', 'файл', true],
    ['t*', 'tax', true],
    ['t*', 'a', false],
    ['a tax', 'a tax', true],
    ['* tax', 'my tax', true],
    ['csv文件', '读取csv文件', true],
  ])('%s in "%s": %p', (phrase, text, expected) => {
    expect(finds(phrase, text)).toBe(expected);
  });

  it('says where each phrase begins', () => {
    const book = new PhraseBook([
      ['one two', 1],
      ['two', 2],
    ]);
    expect(book.find(' one two two ')).toEqual([
      { phrase: 'one two', meaning: 1, at: 1 },
      { phrase: 'two', meaning: 2, at: 5 },
      { phrase: 'two', meaning: 2, at: 9 },
    ]);
  });

  it('reads lists over several lines, with what each list means', () => {
    const book = new PhraseBook([
      [' one, two three,\n    four*,\n', 'numbers'],
      ['', 'nothing'],
      ['red, *rot', 'colours'],
    ]);
    const found = book.find(' fourteen red hellrot two three ');
    expect(found.map(({ phrase, meaning }) => `${phrase}: ${meaning}`)).toEqual([
      'four*: numbers',
      'red: colours',
      'two three: numbers',
      '*rot: colours',
    ]);
  });

  it('finds each of many words, and none that is not there', () => {
    const word = fc.stringMatching(/^[a-z]{1,6}$/);
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 60 }), word, (words, other) => {
        const book = new PhraseBook([[words.join(', '), true]]);
        const found = book.find(` ${[...words, other].join(' ')} `).map(({ phrase }) => phrase);
        expect(new Set(found)).toEqual(new Set(words));
      }),
    );
  });
});
