import { expect, it } from '@jest/globals';
import { readDraft } from '../../../../../core/cascade/quality/draft';
import { emptyTalk } from '../../../../../core/cascade/quality/signals/emptyTalk';

const strength = (query: string, text: string) => emptyTalk(readDraft({ query, text }))?.strength;
const QUESTION = 'Which tyres fit the blue van?';

it.each([
  ['praise and an offer', 'Great question! Tyres are very important. Let me know if you need more.'],
  ['nothing but dependence', 'It depends on many factors.'],
  ['a promise', 'I would be happy to tell you which tyres fit the blue van.'],
  ['a mere assent', 'Sure.'],
  ['typographic apostrophes', 'Don’t hesitate to reach out!'],
])('sees %s', (_what, text) => {
  expect(strength(QUESTION, text)).toBe(1);
});

it.each([
  ['a figure', QUESTION, 'Tyres are very important: take 205/65 R16.'],
  [
    'an answer behind the praise',
    QUESTION,
    'Great question! Winter tyres by Halden fit. So do those by Brik.',
  ],
  ['nothing', QUESTION, ''],
  ['an assent that was asked for', 'Can you remember my name?', 'Sure.'],
  ['thanks', 'thanks, the blue van runs again', 'Happy to help! Let me know if you need more.'],
  ['a long text', QUESTION, 'It depends on many factors. '.repeat(80)],
])('does not see %s', (_what, query, text) => {
  expect(strength(query, text)).toBeUndefined();
});
