import { describe, expect, it } from '@jest/globals';
import { PhraseBook } from '../../../../../core/cascade/query/reading/phraseBook';
import { plainWords } from '../../../../../core/cascade/query/reading/plainWords';

function finds(phrase: string, text: string): boolean {
  return new PhraseBook([[phrase, phrase]]).find(plainWords(text)).length > 0;
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
  ])('%s in "%s": %p', (phrase, text, expected) => {
    expect(finds(phrase, text)).toBe(expected);
  });

  it('says where each phrase begins', () => {
    const book = new PhraseBook([
      ['one two', 1],
      ['two', 2],
    ]);
    expect(book.find(' one two two ')).toEqual([
      { meaning: 1, at: 1 },
      { meaning: 2, at: 5 },
      { meaning: 2, at: 9 },
    ]);
  });
});
