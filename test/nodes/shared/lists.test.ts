import { describe, expect, it } from '@jest/globals';
import { splitList } from '../../../nodes/shared/lists';

describe('splitList', () => {
  it.each<[unknown, string[]]>([
    ['legal, medical', ['legal', 'medical']],
    [' legal ,, medical , ', ['legal', 'medical']],
    ['', []],
    [' , ', []],
    [
      ['legal', ' medical '],
      ['legal', 'medical'],
    ],
    [['legal, medical'], ['legal, medical']],
    [['legal', '', 7, null], ['legal']],
    [undefined, []],
    [7, []],
    [{ 0: 'legal' }, []],
  ])('makes of %j %j', (given, texts) => {
    expect(splitList(given)).toEqual(texts);
  });

  it('splits where it is told to', () => {
    expect(splitList('Why, oh why?\n\n And when? ', '\n')).toEqual(['Why, oh why?', 'And when?']);
  });
});
