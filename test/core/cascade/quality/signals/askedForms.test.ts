import { describe, expect, it } from '@jest/globals';
import { askedForm } from '../../../../../core/cascade/quality/signals/format/askedForm';
import { askedChoices, names } from '../../../../../core/cascade/quality/signals/format/choices';
import { askedCount, mostNamed } from '../../../../../core/cascade/quality/signals/format/listCount';

describe('askedForm', () => {
  it.each([
    ['Compare both in a table.', 'a table'],
    ['Erstelle eine Tabelle der Preise.', 'a table'],
    ['Sum up the talk as bullet points.', 'bullet points'],
    ['How sure are you? Just the number.', 'a number'],
    ['Answer in capital letters.', 'capital letters'],
    ['Is there a table free on Friday?', undefined],
    ['Write SQL that stores rows in a table.', undefined],
    ['What is the capital of Peru?', undefined],
    ['What are bullet points?', undefined],
  ])('%s %p', (query, name) => {
    expect(askedForm(query)?.name).toBe(name);
  });

  it('knows a form when it sees it', () => {
    const isIn = (query: string, text: string) => askedForm(query)?.isIn(text);
    expect(isIn('Put it in a table', '| a | b |')).toBe(true);
    expect(isIn('Put it in a table', 'a and b')).toBe(false);
    expect(isIn('Write it as bullet points', '• a\n• b')).toBe(true);
    expect(isIn('Number only, please', 'twelve? no, ten')).toBe(true);
    expect(isIn('Number only, please', 'quite a few')).toBe(false);
    expect(isIn('Use all capital letters.', 'GREEN')).toBe(true);
  });
});

describe('askedChoices', () => {
  it.each<[string, readonly string[] | undefined]>([
    ['Answer with exactly one of: bug, feature, or question.', ['bug', 'feature', 'question']],
    ['Reply only with "spam" or "ham".', ['spam', 'ham']],
    ['Reply SUPPORTED or NOT SUPPORTED.', ['supported', 'not supported']],
    ['Answer with true or false only.', ['true', 'false']],
    ['Reply to this customer or write a note.', undefined],
    ['One of the rooms is cold.', undefined],
  ])('%s', (query, choices) => {
    expect(askedChoices(query)).toEqual(choices);
  });

  it('is named by the beginning of a word', () => {
    expect(names('It is **Positive**.', ['positive', 'negative'])).toBe(true);
    expect(names('I know.', ['no'])).toBe(false);
  });
});

describe('counts', () => {
  it.each([
    ['Nenne mir drei gute Gründe.', 3],
    ['Donne-moi cinq idées.', 5],
    ['Dame 4 consejos', 4],
    ['Назови три причины', 3],
    ['Nenne mindestens drei Gründe.', undefined],
    ['Why are there three reasons?', undefined],
  ])('%s %p', (query, count) => {
    expect(askedCount(query)).toBe(count);
  });

  it.each([
    ['Oslo, Bergen and Trondheim', 3],
    ['One. Two! Three?', 3],
    ['苹果、梨、桃', 3],
    ['A single slogan', 1],
  ])('%s names at most %p', (text, count) => {
    expect(mostNamed(text)).toBe(count);
  });
});
