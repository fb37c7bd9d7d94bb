import { describe, expect, it } from '@jest/globals';
import { proseOf } from '../../../../core/cascade/text/prose';
import { contentWords, readable, wordsOf } from '../../../../core/cascade/text/words';

describe('wordsOf', () => {
  it.each<[string, string[]]>([
    ['', []],
    ['Hello, World!', ['hello', 'world']],
    ["it's 3.5 %", ['it', 's', '3', '5']],
    ['Größe ΑΒΓ Привет 漢字', ['größe', 'αβγ', 'привет', '漢字']],
  ])('%j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});

describe('contentWords', () => {
  it.each([
    ['charges', 'charge'],
    ['charging', 'charged'],
    ['cities', 'city'],
    ['boxes', 'box'],
    ['planets', 'planet'],
  ])('meets %s and %s', (one, other) => {
    expect(contentWords(one)).toEqual(contentWords(other));
  });

  it('leaves out words that carry no subject, and keeps short ones whole', () => {
    expect(contentWords('What is the bus and the king?')).toEqual(['bus', 'king']);
    expect(contentWords('glass')).toEqual(['glass']);
  });
});

describe('readable', () => {
  it('keeps a text of ordinary length as it is', () => {
    const text = 'a'.repeat(20_000);
    expect(readable(text)).toBe(text);
  });

  it('keeps the beginning and the end of an overlong one, and marks the cut', () => {
    const text = readable(`begin ${'x'.repeat(1_000_000)} end`);
    expect(text.length).toBeLessThan(20_010);
    expect(text).toMatch(/^begin x+…\n…x+ end$/);
  });
});

describe('proseOf', () => {
  it('leaves out lists, tables, headings and code', () => {
    const text =
      '# Title\nOne.\n- two\n* three\n4. four\n| five |\n> six\n```js\nseven()\n```\nEight.\n~~~\nnine\n~~~';
    expect(proseOf(text)).toBe('One.\nEight.');
  });
});
