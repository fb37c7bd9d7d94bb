import { expect, it } from '@jest/globals';
import { readDraft } from '../../../../../core/cascade/quality/draft';
import { thinkingAloud } from '../../../../../core/cascade/quality/signals/thinkingAloud';

const strength = (query: string, text: string) => thinkingAloud(readDraft({ query, text }))?.strength;
const QUESTION = 'Is the ferry cheaper than the bridge?';

it.each([
  ['a thought that is not closed', '<think>The ferry costs 9 and the bridge'],
  ['a thought and nothing behind it', '<think>The ferry costs 9.</think>\n'],
  ['an end that is none', 'The ferry costs 9. Let me check the bridge.'],
  ['a model that speaks of its user', 'Okay, the user is asking about a ferry. It costs 9.'],
])('sees %s', (_what, text) => {
  expect(strength(QUESTION, text)).toBe(1);
});

it.each([
  ['an answer behind the thought', QUESTION, '<think>9 or 14?</think>The ferry is cheaper.'],
  [
    'a thought within an answer',
    QUESTION,
    'Let me check: the ferry is 9, the bridge 14. The ferry is cheaper.',
  ],
  ['users that were asked about', 'What does the user want here?', 'The user wants a refund.'],
  ['a tag in the middle', QUESTION, 'Models write <think> first.'],
])('does not see %s', (_what, query, text) => {
  expect(strength(query, text)).toBeUndefined();
});
