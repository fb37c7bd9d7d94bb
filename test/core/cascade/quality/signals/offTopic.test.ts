import { describe, expect, it } from '@jest/globals';
import { readDraft } from '../../../../../core/cascade/quality/draft';
import { offTopic } from '../../../../../core/cascade/quality/signals/offTopic';

const finding = (query: string, text: string) => offTopic(readDraft({ query, text }));

const WEATHER =
  'The weather in Lisbon is mild all year, with warm summers and rainy winters near the Atlantic coast. Visitors enjoy long beaches, fresh fish, narrow streets, old yellow trams, steep hills and wide views over the river from many terraces. Evenings bring live music, grilled sardines, sweet pastries and cold white wine.';

describe('offTopic sees', () => {
  it.each([
    'How do I reset my password?',
    'Which planet has the shortest day?',
    'Wie heißt der höchste Berg?',
    'Wann beginnt die Schule und was ist der erste Tag?',
  ])('an answer to another question than: %s', (query) => {
    expect(finding(query, WEATHER)).toEqual({
      strength: 1,
      reason: 'the draft does not address the question',
    });
  });
});

it('compares signs in pairs where words have no spaces between them', () => {
  const recipe = '先把五花肉切块焯水，再加酱油、冰糖和料酒，小火炖一个小时，最后收汁即可。';
  expect(finding('为什么月亮有圆缺？', recipe)?.strength).toBe(1);
  expect(finding('五花肉怎么炖？', recipe)).toBeUndefined();
  expect(finding('为什么月亮有圆缺？', '因为地球。')).toBeUndefined();
});

it('grows with what is said in sentences', () => {
  const said = (text: string) => finding('Which planet has the shortest day?', text)?.strength ?? 0;
  const short = said('Bread rises slowly because some yeast turns starch into gas.');
  expect(short).toBeGreaterThan(0);
  expect(short).toBeLessThan(1);
  expect(said('Bread.')).toBe(0);
});

describe('offTopic does not see', () => {
  const planets = 'Mercury Venus Earth Mars Jupiter Saturn Uranus Neptune'.split(' ');

  it.each<[what: string, query: string, text: string]>([
    ['a word', 'What is the capital of Japan?', 'Tokyo'],
    [
      'a short answer',
      'How can I get rid of hiccups?',
      'Hold your breath, drink cold water slowly, or breathe into a bag.',
    ],
    [
      'a few sentences',
      'How do I make tea taste better?',
      'Warm the pot first. Use fresh water just off the boil, steep black leaves for four minutes and green ones for two, and take them out in time. A slice of lemon or a little honey rounds the flavour off nicely.',
    ],
    [
      'an answer in other words of the same stem',
      'How much does charging cost?',
      `The charges are low. ${WEATHER}`,
    ],
    [
      'a list',
      'Name all the worlds near us',
      planets.map((name) => `- ${name}, seen by ${name} watchers long ago`).join('\n'),
    ],
    [
      'a table',
      'Show some worlds to me now',
      planets.map((name) => `| ${name} | round and far | very old |`).join('\n'),
    ],
    [
      'code',
      'How can one flip texts quickly?',
      `\`\`\`js\n${'const a = [...given].toReversed();\n'.repeat(8)}\`\`\``,
    ],
    ['fiction', 'Tell a story with a dragon', WEATHER],
    ['a summary', 'Summarize: the quick brown fox jumps over the lazy dog', WEATHER],
    ['a translation', 'Translate to English: Das Wetter in Lissabon ist mild', WEATHER],
    ['a question of one word', 'Lisboa?', WEATHER],
  ])('%s', (_what, query, text) => {
    expect(finding(query, text)).toBeUndefined();
  });
});
