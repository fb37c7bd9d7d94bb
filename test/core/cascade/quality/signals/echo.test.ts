import { expect, it } from '@jest/globals';
import { readDraft } from '../../../../../core/cascade/quality/draft';
import { echo } from '../../../../../core/cascade/quality/signals/echo';

const strength = (query: string, text: string) => echo(readDraft({ query, text }))?.strength;
const QUESTION = 'How long does the repair of a cracked screen take?';

it.each([
  ['the question', QUESTION, 'how long does the repair of a cracked screen take'],
  ['the question told of', QUESTION, 'You want to know how long the repair of a cracked screen takes.'],
  ['its own words as an answer', QUESTION, 'The repair of a cracked screen is a long repair of the screen.'],
])('sees %s', (_what, query, text) => {
  expect(strength(query, text)).toBe(1);
});

it.each([
  ['an answer', QUESTION, 'The repair of a cracked screen takes an hour.'],
  ['a figure', QUESTION, 'The repair of a cracked screen takes 2.'],
  [
    'a question that names its answer',
    'Which is larger, the lake or the sea bay?',
    'The sea bay is larger, the lake.',
  ],
  [
    'material that is answered from',
    'What is ripe?\nThe red plums are ripe now.',
    'The red plums are ripe now.',
  ],
  ['a yes', 'Is the red plum ripe now?', 'The red plum is ripe now.'],
  ['a word', 'What is ham?', 'Ham'],
])('does not see %s', (_what, query, text) => {
  expect(strength(query, text)).toBeUndefined();
});
