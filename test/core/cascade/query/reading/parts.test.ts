import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { partsOf } from '../../../../../core/cascade/query/reading/parts';

describe('partsOf', () => {
  it('takes what stands behind the colon for material', () => {
    const { instruction, material } = partsOf('Summarize this: It rained all day in the valley.');
    expect(instruction.trim()).toBe('Summarize this');
    expect(material).toContain('It rained all day');
  });

  it('takes the last paragraph behind a pasted text for an instruction again', () => {
    const { instruction, material } = partsOf(
      `Here is my text: ${'It rained. '.repeat(20)}\n\nTranslate it to French.`,
    );
    expect(instruction).toContain('Translate it to French.');
    expect(material).not.toContain('French');
  });

  it.each([
    ['a fence', 'Fix this\n```\nlet a = 1\n```\nplease', 'let a = 1'],
    ['quotation marks', 'What does “to be or not to be, that is the question” mean?', 'to be or not'],
    ['the middle of a long text', `Shorten this.\n${'word '.repeat(200)}\nThanks`, 'word word'],
    ['a full-width colon', '把下面这句话翻译成英文：病人今天需要好好休息，明天再来医院检查。', '病人'],
  ])('takes what stands in %s for material', (_, query, expected) => {
    expect(partsOf(query).material).toContain(expected);
  });

  it.each(['Solve: 3x = 5', 'Note: this is a longer text about cats', 'no colon at all', ''])(
    'leaves %j whole',
    (query) => {
      expect(partsOf(query)).toEqual({ instruction: query, material: '' });
    },
  );

  it('loses no word', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(words, fc.constantFrom(' ', ': ', '\n\n', '. ', '\n```\n', '"'), (list, between) => {
        const { instruction, material } = partsOf(list.join(between));
        const kept = new Set(`${instruction}\n${material}`.split(/[^a-z]+/));
        for (const word of list) expect(kept).toContain(word);
      }),
    );
  });
});
