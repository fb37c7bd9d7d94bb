import { describe, expect, it } from '@jest/globals';
import { readDraft } from '../../../../../core/cascade/quality/draft';
import { truncation } from '../../../../../core/cascade/quality/signals/truncation';
import type { FinishReason } from '../../../../../core/models/chatModel';

const reasonFor = (text: string, finishReason?: FinishReason) =>
  truncation(readDraft({ query: 'Describe Paris', text, finishReason }))?.reason;

const SENTENCE =
  'Paris is the capital of France and one of the most visited cities in the world, known for the Eiffel Tower, the Louvre, Notre-Dame, its cafés, fashion and food, and for the river Seine that runs through the middle of the town and gives it much of its charm';
const STOPS = 'the draft stops in mid-sentence';
const OPEN = 'a code block of the draft is not closed';

describe('truncation sees', () => {
  it.each<[string, string, string]>([
    ['a sentence that stops', `${SENTENCE} among visitors from`, STOPS],
    ['a sentence that stops after a comma', `${SENTENCE} in every season,`, STOPS],
    ['a last paragraph that stops', `${SENTENCE}.\n\n${SENTENCE}`, STOPS],
    [
      'a short text that stops on an article',
      'Rome has many old sights worth seeing, such as the Forum and the',
      STOPS,
    ],
    ['a German one', 'Berlin bietet viele alte Museen, breite Straßen, große Parks, Theater und', STOPS],
    ['an open code block', '```python\ndef reverse(s):\n    return s[', OPEN],
    ['a second open code block', '```js\na()\n```\n\nThen:\n\n```js\nb(', OPEN],
  ])('%s', (_what, text, reason) => {
    expect(reasonFor(text)).toBe(reason);
  });

  it('what the provider says', () => {
    expect(reasonFor('Paris.', 'length')).toBe('the draft was cut off at its length limit');
    expect(reasonFor('Paris.', 'stop')).toBeUndefined();
  });
});

describe('truncation does not see', () => {
  it.each<[string, string]>([
    ['a word', 'Paris'],
    ['a short answer without a full stop', 'The capital of France is Paris'],
    ['a finished sentence', `${SENTENCE}.`],
    ['a finished sentence before much white space', `${SENTENCE}.${' \n'.repeat(20)}`],
    ['a quoted sentence', `"${SENTENCE}."`],
    ['an emoji at the end', `${SENTENCE} 🥐`],
    ['an address at the end', `${SENTENCE}. Read more at https://example.com/paris`],
    ['an e-mail address at the end', `${SENTENCE}. Feel free to write to us at info@example.com`],
    [
      'a list',
      `${SENTENCE}:\n\n- the Eiffel Tower, which is the landmark of the city\n- the Louvre and the works of art in it`,
    ],
    [
      'a table',
      `${SENTENCE}:\n\n| a | b |\n|---|---|\n| one and two and three and four | five and six and seven |`,
    ],
    ['a closed code block', `${SENTENCE}:\n\n\`\`\`js\nlet a = 1\n\`\`\``],
    ['a fence that closes at the end of a line', '```python\nprint(1)```'],
    ['an indented code block', '1. Run:\n\n    ```bash\n    npm i\n    ```\n\n2. Done.'],
    ['a fence within a fence', '````md\n```js\na()\n```\n````'],
    [
      'verse',
      'The sea is wide and grey today\nthe gulls are drifting on the wind\na ship is moving far away\nwith all the days that I have sinned\nit keeps the silver and the gold\nand never gives them back again',
    ],
    [
      'a signature',
      `Dear Sir,\n\n${SENTENCE}.\n\nYours faithfully,\nJohn Peter Maria van der Berg, Tax ID 12 345 678`,
    ],
    ['comma-separated values', `id,name\n${'1,Anna of Green Gables and her many friends\n'.repeat(8)}`],
    ['keywords', Array.from({ length: 30 }, (_, index) => `solar panel ${String(index)}`).join(', ')],
    [
      'Thai, which has no full stop',
      'กรุงเทพมหานคร เป็น เมืองหลวง ของ ประเทศ ไทย และ เป็น เมือง ที่ ใหญ่ ที่สุด '.repeat(4),
    ],
    ['Chinese', '巴黎是法国的首都，也是世界上最著名的城市之一。'.repeat(10)],
  ])('%s', (_what, text) => {
    expect(reasonFor(text)).toBeUndefined();
  });
});
