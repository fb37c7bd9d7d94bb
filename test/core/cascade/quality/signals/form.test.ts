import { describe, expect, it } from '@jest/globals';
import { readDraft } from '../../../../../core/cascade/quality/draft';
import { signals, type SignalName } from '../../../../../core/cascade/quality/signals';

const strength = (name: SignalName, query: string, text: string) =>
  signals[name](readDraft({ query, text }))?.strength ?? 0;
const fenced = (language: string, code: string) => `Here:\n\n\`\`\`${language}\n${code}\n\`\`\`\n`;

describe('the number of things that was asked for', () => {
  const list = (count: number) =>
    Array.from({ length: count }, (_, index) => `${String(index + 1)}. thing`).join('\n');

  it.each(['List five fruits.', 'Give me 5 tips for running', 'Suggest 5 catchy titles for a blog'])(
    '%s',
    (query) => {
      expect(strength('listCount', query, list(5))).toBe(0);
      expect(strength('listCount', query, list(2))).toBe(1);
      expect(strength('listCount', query, list(4))).toBeCloseTo(0.4);
      expect(strength('listCount', query, 'figs, plums, pears, grapes and limes')).toBe(0);
    },
  );

  it('may be more where that is allowed, and is not counted within lists', () => {
    expect(strength('listCount', 'List at least five fruits.', list(8))).toBe(0);
    expect(strength('listCount', 'List two fruits.', '- a\n    - b\n    - c\n- d\n- e')).toBe(0);
    expect(strength('listCount', 'What fruits are there?', list(3))).toBe(0);
  });
});

describe('the length that was asked for', () => {
  const words = (count: number) => 'word '.repeat(count).trim();

  it.each<[query: string, fits: string, misses: string]>([
    ['In one word, what colour is grass?', 'Green', words(20)],
    ['Answer with a number only: how many days has May?', '31', words(20)],
    ['Explain it in under 20 words.', words(19), words(60)],
    ['Write at least 100 words on cats.', words(100), words(10)],
    ['Describe Rome in 50 words.', words(60), words(200)],
    ['Summarize it in two sentences.', 'One thing. Another thing.', 'A b. C d. E f. G h. I j. K l.'],
    ['Keep it below 40 characters.', 'short', 'x'.repeat(200)],
  ])('%s', (query, fits, misses) => {
    expect(strength('length', query, fits)).toBe(0);
    expect(strength('length', query, misses)).toBeGreaterThan(0);
  });

  it('is not that of each part', () => {
    expect(strength('length', 'Describe each day in 10 words.', words(70))).toBe(0);
  });
});

describe('code', () => {
  it.each<[language: string, code: string]>([
    ['python', 'def f(a: int) -> int:\n    return [x ** 2 for x in range(a)][-1]'],
    ['py', 'match value:\n    case 1:\n        print("one")'],
    ['js', 'const f = async (a) => { await a?.b ?? 1; };'],
    ['jsx', 'export const B = () => <button onClick={() => go()}>{1 + 1}</button>;'],
    ['ts', 'type A<T> = { readonly [K in keyof T]?: T[K] }; const a = <const>["x"];'],
    ['tsx', 'const C = ({ n }: { n: number }) => <p>{n}</p>;'],
    ['cobol', 'def f(:'],
    ['js', 'function rest() {\n  ...\n}'],
    ['python', '>>> 1 +\n2'],
  ])('in %s is let pass: %s', (language, code) => {
    expect(strength('brokenCode', 'Write code', fenced(language, code))).toBe(0);
  });

  it.each<[language: string, code: string]>([
    ['python', 'def f(a, b:\n    return a'],
    ['js', 'function f(a { return a; }'],
    ['ts', 'const a: number = = 1;'],
  ])('in %s does not parse: %s', (language, code) => {
    expect(strength('brokenCode', 'Write code', fenced(language, code))).toBeGreaterThan(0);
  });

  it('is not read for ever', () => {
    expect(strength('brokenCode', 'Write code', fenced('js', '(('.repeat(10_000)))).toBe(0);
  });
});

describe('no answer', () => {
  it.each([
    '...',
    '…',
    'undefined',
    'null',
    'N/A',
    '[object Object]',
    'Error: 500 Internal Server Error',
    'TODO',
  ])('is %j', (text) => {
    expect(strength('stopgapAnswer', 'Who was Napoleon?', text)).toBe(1);
  });

  it.each<[query: string, text: string]>([
    ['What does JavaScript return for an unset variable: undefined or null?', 'undefined'],
    ['How many?', '0'],
    ['React', '🎉'],
    ['What is none of them called?', 'none'],
  ])('is not the answer to %s', (query, text) => {
    expect(strength('stopgapAnswer', query, text)).toBe(0);
  });

  it('is a question back, when it is all there is', () => {
    expect(strength('asksBack', 'Plan my trip', 'Please provide more details about your trip.')).toBe(1);
    expect(
      strength('asksBack', 'Plan my trip', `${'First go to Rome. '.repeat(20)}Please tell me more.`),
    ).toBe(0);
  });
});

describe('no text in any language', () => {
  it.each([
    'lorem ipsum dolor sit amet consectetur',
    'asdfgh jklasdf qwrtzp xcvbnm sdfghjk',
    'The of water is to the and a from leaf, the is of by the on.',
  ])('%s', (text) => {
    expect(strength('nonsense', 'Explain rain', text)).toBeGreaterThan(0.5);
  });

  it.each([
    'Vitamin A is found in carrots, and it is to be eaten with a little fat.',
    'Hmm, rhythm and myths: the lynx crypt.',
    'Der Mann, der die Katze sah, ist der, den wir von früher kennen.',
  ])('is not: %s', (text) => {
    expect(strength('nonsense', 'Explain', text)).toBe(0);
  });

  it('may be placeholder text that was asked for', () => {
    expect(strength('nonsense', 'Give me lorem ipsum text', 'Lorem ipsum dolor sit amet, elit.')).toBe(0);
  });
});

it('brackets have to close, save in code', () => {
  expect(strength('unclosed', 'Explain', 'It is (as we know so.')).toBe(0.5);
  expect(strength('unclosed', 'Explain', 'It is (as we know) so :) and a) b)')).toBe(0);
});

describe('the task', () => {
  it.each<[name: SignalName, query: string]>([
    ['ownMaterial', 'Summarize:\n\nThe council met.'],
    ['closedTask', 'Classify the review as good or bad.'],
    ['openList', 'What are some famous bridges?'],
    ['openAdvice', 'How do I learn to swim?'],
  ])('%s: %s', (name, query) => {
    expect(strength(name, query, 'x')).toBe(1);
    expect(strength(name, 'Who was Goethe?', 'x')).toBe(0);
  });
});
