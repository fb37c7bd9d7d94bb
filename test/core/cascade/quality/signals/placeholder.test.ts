import { expect, it } from '@jest/globals';
import { readDraft } from '../../../../../core/cascade/quality/draft';
import { placeholder } from '../../../../../core/cascade/quality/signals/placeholder';

const strength = (query: string, text: string) => placeholder(readDraft({ query, text }))?.strength;
const QUESTION = 'Invite Mr. Sand to the opening.';

it.each([
  ['brackets', 'Dear [Name],\nsee you on [Date].', 1],
  ['braces', 'Dear {{name}}, see you on {{ date }}.', 1],
  ['angles', 'Dear <recipient>, see you on <date>.', 1],
  ['French', 'Cher [Prénom], à [ville].', 1],
  ['a signature only', 'Dear Mr. Sand,\ncome on Friday!\n[Your Name]', 0.3],
  ['one gap twice', '[Name], dear [name]', 0.3],
])('sees %s', (_what, text, expected) => {
  expect(strength(QUESTION, text)).toBe(expected);
});

it.each([
  ['a template that was asked for', 'Write a template for an invitation.', 'Dear [Name], see you on [Date].'],
  ['gaps in the question', 'Shorten: "Dear [Name], we meet on [Date]."', 'Dear [Name], [Date]?'],
  ['sources and notes', QUESTION, 'He came [1], he said [sic], and left [laughter].'],
  ['a link', QUESTION, 'See [the date](https://example.com) and [name](https://example.com).'],
  ['code', QUESTION, '```js\nrow[name] = list[index] + list[number];\n```'],
  ['tags with content', QUESTION, '<title>Hello</title>'],
])('does not see %s', (_what, query, text) => {
  expect(strength(query, text)).toBeUndefined();
});
