import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { agreementOf } from '../../../../core/cascade/learning/agreement';

type Case = readonly [query: string, draft: string, answer: string];

const LIKELY = 0.6;
const UNLIKELY = 0.4;

const numbers: readonly Case[] = [
  ['How many eggs are left?', 'There are 12 - 5 = 7 eggs left.', 'She has 7 eggs left after breakfast.'],
  ['What is 15 * 80?', '1,200', '15 × 80 = 1200'],
  ['How much does it cost?', 'It costs $18.00.', 'The total cost is $18.'],
  ['Calculate 1/4 of 2.', 'The answer is 1/2.', 'A quarter of 2 is 0.5.'],
  ['Solve 3x = 9 for x.', 'x = 3', 'Dividing by 3 gives $\\boxed{3}$.'],
  ['How many peaches in 3 hours?', '360', 'So 180 * 2 = 360 peaches. He picks 360 peaches in 3 hours.'],
  ['Wie viele Eier bleiben?', 'Es bleiben 7 Eier.', 'Die Antwort: 7'],
  ['How many legs has a spider?', 'Eight.', 'A spider has eight legs.'],
];

const otherNumbers: readonly Case[] = [
  ['How many eggs are left?', 'There are 12 - 5 = 8 eggs left.', 'She has 7 eggs left after breakfast.'],
  ['What is 15 * 80?', '1,100', '15 × 80 = 1200'],
  ['How much does it cost?', 'It costs $18.50.', 'The total cost is $18.'],
  ['Solve 3x = -9 for x.', 'x = 3', 'x = -3'],
  ['How many legs has a spider?', 'Six.', 'A spider has eight legs.'],
];

const words: readonly Case[] = [
  ['What is the capital of France?', 'Paris', 'The capital of France is Paris.'],
  [
    'Who wrote Frankenstein, and when?',
    'Mary Shelley, 1818.',
    'It was written by Mary Shelley and came out in 1818.',
  ],
  ['What is the capital of Australia?', 'Canberra', 'It is Canberra, not Sydney.'],
  ['Is water wet?', 'Yes.', 'Yes, by most definitions it is.'],
  ['¿Es Madrid la capital de España?', 'Sí', 'Sí, lo es.'],
  ['Is 7 a prime? Answer yes or no.', 'The answer is yes', 'Yes'],
  ['Pick one:\nA) red\nB) blue\nC) green', 'B', 'The correct answer is (B), because the sky is blue.'],
  ['Pick one:\nA. red\nB. blue', '**A.** red', 'A'],
  [
    'Name the process by which plants make sugar.',
    'Plants make sugar by photosynthesis: chlorophyll takes in light and turns water and carbon dioxide into glucose.',
    'It is called photosynthesis. Chlorophyll absorbs light, whose energy turns carbon dioxide and water into glucose and oxygen.',
  ],
];

const otherWords: readonly Case[] = [
  ['What is the capital of Australia?', 'Sydney', 'The capital of Australia is Canberra.'],
  ['What is the capital of Australia?', 'Sydney', 'It is not Sydney but Canberra.'],
  ['Is water wet?', 'No, it is not.', 'Yes, by most definitions it is.'],
  ['Was the contract signed?', 'The contract was signed.', 'The contract was not signed.'],
  ['Pick one:\nA) red\nB) blue\nC) green', 'A) red', 'The correct answer is (B).'],
  ['Who wrote it?', 'Charlotte Brontë', 'Mary Shelley wrote it.'],
  [
    'Why is the sky blue?',
    "I'm sorry, but I cannot help with that request. Please ask me something else that I can assist you with today.",
    'Molecules of the air scatter short wavelengths of sunlight more than long ones, so that blue light reaches us from everywhere.',
  ],
];

const data: readonly Case[] = [
  ['As JSON', '{"b": [1, 2], "a": "x"}', '{"a":"X","b":[1,2]}'],
  ['As JSON', '```json\n{"a": 1}\n```', '{"a":1}'],
  ['A list', '[]', '[ ]'],
];
const otherData: readonly Case[] = [
  ['As JSON', '{"a": 2}', '{"a":1}'],
  ['As JSON', 'Here you are: a is 1', '{"a":1}'],
  ['As JSON', '{"a": 1', '{"a":1}'],
];

const program = (name: string, body: string) => `\`\`\`js\nfunction ${name}(list) {\n  ${body}\n}\n\`\`\``;
const code: readonly Case[] = [
  [
    'Sum a list',
    program('sum', 'return list.reduce((all, one) => all + one, 0); // adds up'),
    `Use reduce:\n${program('total', 'return list.reduce((all, one) => all + one, 0);')}`,
  ],
];
const otherCode: readonly Case[] = [
  [
    'Sum a list',
    program('sum', 'return list.length;'),
    program('total', 'let all = 0;\n for (const one of list) all += one;\n return all;'),
  ],
];

describe('draft and answer', () => {
  it.each([...numbers, ...words, ...data, ...code])('say the same: %j', (query, draft, answer) => {
    expect(agreementOf({ query, draft, answer })).toBeGreaterThan(LIKELY);
  });

  it.each([...otherNumbers, ...otherWords, ...otherData, ...otherCode])(
    'differ: %j',
    (query, draft, answer) => {
      expect(agreementOf({ query, draft, answer })).toBeLessThan(UNLIKELY);
    },
  );

  it('that are the same but for case and punctuation agree, and nothing agrees with no text', () => {
    expect(agreementOf({ query: 'q', draft: ' The\nanswer', answer: 'the Answer ' })).toBe(1);
    expect(agreementOf({ query: 'q', draft: 'The Answer, is!', answer: 'the answer is' })).toBeGreaterThan(
      0.9,
    );
    expect(agreementOf({ query: 'q', draft: ' ', answer: 'yes' })).toBe(0);
    expect(agreementOf({ query: 'q', draft: 'yes', answer: '' })).toBe(0);
    expect(agreementOf({ query: 'q', draft: '???', answer: '!' })).toBeLessThan(UNLIKELY);
  });

  it('share half of their data for half of the agreement or less', () => {
    const agreement = agreementOf({ query: 'As JSON', draft: '{"a":1,"b":3}', answer: '{"a":1,"b":2}' });
    expect(agreement).toBeGreaterThan(0.1);
    expect(agreement).toBeLessThan(0.5);
  });

  it('of two questions that share their words differ by numbers and names', () => {
    const tell = (name: string, year: string) =>
      `The treaty was signed in ${year} after long negotiations that were led by ${name} and several other delegates at the congress.`;
    const same = agreementOf({
      query: 'Tell me',
      draft: tell('Metternich', '1815'),
      answer: tell('Metternich', '1815'),
    });
    const other = agreementOf({
      query: 'Tell me',
      draft: tell('Bismarck', '1878'),
      answer: tell('Metternich', '1815'),
    });
    expect(other).toBeLessThan(same);
    expect(other).toBeLessThan(0.5);
  });

  it('are compared where words are not set apart', () => {
    const query = '光合作用是什么？';
    const answer = '光合作用是植物利用光能把二氧化碳和水转化为葡萄糖并释放氧气的过程。';
    const draft = '这是植物利用光能，把水和二氧化碳转化为葡萄糖的过程。';
    const aside = '明天北京的天气晴朗，最高气温二十五度，适合出门散步。';
    expect(agreementOf({ query, draft, answer })).toBeGreaterThan(
      agreementOf({ query, draft: aside, answer }),
    );
  });

  it('agree to a share from 0 to 1, whatever they are', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.json(),
      fc.constantFrom('yes', 'no', 'A)', '```', '7', '-1/0', '\\boxed{', '=', '{"a":', 'The answer is '),
    );
    const texts = fc.array(text, { maxLength: 4 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(texts, texts, texts, (query, draft, answer) => {
        const agreement = agreementOf({ query, draft, answer });
        expect(agreement).toBeGreaterThanOrEqual(0);
        expect(agreement).toBeLessThanOrEqual(1);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['prose', 'The answer is not what it was. '],
    ['digits', '1234567890'],
    ['numbers', '1,000 = 2/3 '],
    ['brackets', '[{"a":['],
    ['spaces', ' '],
    ['letters', 'a'],
    ['capitals', 'A) B. (C) '],
    ['questions', 'is do can '],
    ['fences', '```\n// x\n'],
    ['TeX', '\\boxed{\\frac{1}{'],
    ['Chinese', '光合作用'],
  ])('are compared soon, even 200,000 letters of %s', (_, piece) => {
    const text = `${piece.repeat(Math.ceil(200_000 / piece.length))}x`;
    const started = performance.now();
    for (const query of ['How many % 5?', 'Is it so?\nA) x\nB) y', text]) {
      agreementOf({ query, draft: text, answer: `${text} y` });
    }
    expect(performance.now() - started).toBeLessThan(1_500);
  });
});
