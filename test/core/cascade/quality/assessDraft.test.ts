import { describe, expect, it } from '@jest/globals';
import { presetNames } from '../../../../core/cascade/presets';
import { assessDraft, type AssessmentInput } from '../../../../core/cascade/quality/assessDraft';
import { InvalidParameterError } from '../../../../core/errors/invalidParameterError';

describe('a right answer is accepted without a reason against it', () => {
  it.each<[what: string, query: string, draft: string]>([
    ['two letters', 'What is the ISO code of Japan?', 'JP'],
    ['a yes', 'Is water wet? Answer yes or no.', 'Yes'],
    ['a name and a year', 'Who wrote Frankenstein and when?', 'Mary Shelley, 1818.'],
    ['a label', 'Classify the sentiment of "I hated this movie" as positive or negative.', 'negative'],
    ['a number', 'How many legs does a spider have?', '8'],
    ['an amount', 'How much is it?', '$5'],
    ['an emoji', 'React with an emoji: I got the job!', '🎉'],
    ['a pattern', 'What is the regex for digits?', '\\d+'],
    ['an e-mail address', 'Extract the address: "Write to info@example.com!"', 'info@example.com'],
    ['JSON', 'Return JSON with the capital of France.', '```json\n{"capital":"Paris"}\n```'],
    ['a sum', 'What is a tip of 15 % on $80?', '0.15 × $80 = $12, so the total is $80 + $12 = $92.'],
    ['a denied sum', 'Is it true that 2 + 2 = 5?', 'No. 2 + 2 = 5 is false; 2 + 2 = 4.'],
    [
      'a bill',
      'Sum this bill: 3 x 19.99, 2 x 5.50, tax 19 %',
      '3 × $19.99 = $59.97\n2 × $5.50 = $11.00\nSubtotal: $59.97 + $11.00 = $70.97\nTax: $70.97 × 0.19 = $13.48\n**Total: $70.97 + $13.48 = $84.45**',
    ],
    ['a solved equation', 'Solve 2x + 6 = 10', '2x = 10 - 6 = 4, so x = 4 / 2 = 2.'],
    [
      'chemistry',
      'What is the molar mass of water?',
      '2 × 1.008 + 15.999 = 18.015 g/mol, from 2 H2 + O2 = 2 H2O',
    ],
    ['an idiom', 'Write a review of a cafe', "I can't recommend this cafe enough! The cakes are divine."],
    [
      'a shop that says no',
      'Can I get a refund after 30 days?',
      "I'm sorry, but we don't offer refunds after 30 days.",
    ],
    ['a grade scale', 'What is the grade scale?', '90-100 = 4.0, 80-89 = 3.0, below 80 = 0.'],
    [
      'dates and numbers',
      'When was it released?',
      'Version 1.2.3 was released on 2024-01-15. Call +1 555-123-4567.',
    ],
    ['German', 'Warum ist der Himmel blau?', 'Die Luft streut blaues Licht viel stärker als rotes.'],
    ['French', 'Quelle est la capitale du Japon ?', 'La capitale du Japon est Tokyo.'],
    ['Spanish', '¿Quién escribió Don Quijote?', 'Miguel de Cervantes lo escribió; se publicó en 1605.'],
    ['Japanese', '日本の首都はどこですか?', '日本の首都は東京です。'],
    ['Chinese', '法国的首都是哪里？', '法国的首都是巴黎。'],
    ['Korean', '한국의 수도는 어디입니까?', '한국의 수도는 서울입니다.'],
    ['Russian', 'Какая столица Франции?', 'Столица Франции — Париж.'],
    ['Arabic', 'ما هي عاصمة مصر؟', 'عاصمة مصر هي القاهرة.'],
    ['Hindi', 'भारत की राजधानी क्या है?', 'भारत की राजधानी नई दिल्ली है।'],
    ['Thai', 'เมืองหลวงของไทยคือที่ไหน', 'เมืองหลวงของประเทศไทยคือกรุงเทพมหานคร'],
    [
      'another script that was asked for',
      'How do you say thank you in Japanese?',
      'ありがとうございます (arigatō gozaimasu)',
    ],
    [
      'an e-mail',
      'Write a short e-mail to my boss asking for Friday off.',
      'Subject: Request for Friday off\n\nHi Anna,\n\nI would like to ask whether I could take this Friday off to attend to a personal matter. I will make sure that all of my open tasks are finished by Thursday evening, and Tom has kindly agreed to cover any urgent requests while I am away.\n\nBest regards,\nSam',
    ],
    [
      'an e-mail that declines',
      'Write an e-mail declining a meeting invitation',
      "Hi Bob,\n\nThank you for the invitation. I'm sorry, but I can't make it on Tuesday. Would Wednesday at 10 work?\n\nBest,\nSam",
    ],
    [
      'a recipe',
      'Give me a recipe for pancakes',
      '**Ingredients**\n- 1 1/2 cups flour\n- 1 1/4 cups milk\n- 1 egg\n- 3 tbsp butter, melted\n\n**Steps**\n1. Whisk flour, sugar and a pinch of salt.\n2. Add milk, egg and butter; stir until smooth.\n3. Fry 1/4 cup of batter for 2-3 minutes on each side.\n\nServe warm with maple syrup',
    ],
    [
      'a list',
      'List the planets of the solar system',
      '1. Mercury\n2. Venus\n3. Earth\n4. Mars\n5. Jupiter\n6. Saturn\n7. Uranus\n8. Neptune',
    ],
    [
      'a table',
      'Compare Python and Java in a table',
      '| | Python | Java |\n|---|---|---|\n| Typing | dynamic | static |\n| Speed | slower | faster |',
    ],
    [
      'code',
      'Write a Python function that reverses a string.',
      '```python\ndef reverse(s):\n    return s[::-1]\n```',
    ],
    [
      'code without a fence',
      'Write a loop in JavaScript that prints 0 to 9',
      'for (let i = 0; i < 10; i++) {\n  console.log(i);\n}',
    ],
    [
      'a joke',
      'Tell me a joke about programmers.',
      'A man is told to buy a litre of milk, and if they have eggs, to bring a dozen. He comes home with twelve litres. "Why?" "They had eggs."',
    ],
    [
      'a haiku',
      'Write a haiku about autumn',
      'Leaves fall one by one,\na crow calls across the field,\nthe river grows cold',
    ],
    ['sympathy', 'My cat died yesterday.', "I'm so sorry for your loss. Would you like to tell me about it?"],
    [
      'a careful answer',
      'Will it rain in Berlin? The forecast says 80 %.',
      'Probably: the forecast gives an 80 % chance.',
    ],
  ])('%s', (_what, query, draft) => {
    expect(assessDraft({ query, draft })).toMatchObject({ accept: true, reasons: [], threshold: 0.72 });
  });
});

describe('a bad draft is rejected in balanced, with its reason', () => {
  const prose =
    'Plants take in water through their roots and carbon dioxide through their leaves, and with the energy of sunlight they turn both into sugar, which feeds them, and into oxygen, which they release into the air through small openings called';
  const lorem =
    'Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et dolore magna aliqua. Ut enim ad minim veniam, quis nostrud exercitation ullamco.';

  it.each<[reason: RegExp, query: string, draft: string]>([
    [/is empty/, 'How do plants make sugar?', ' '],
    [/refuses/, 'How do plants make sugar?', "I'm sorry, but I can't help with that."],
    [/in English and the draft is not/, 'How do plants make the sugar that they need?', lorem],
    [/does not address/, 'How do plants make sugar?', lorem.repeat(2)],
    [/mid-sentence/, 'How do plants make sugar?', prose],
    [
      /code block/,
      'Write a Python function to reverse a string',
      '```python\ndef reverse(s):\n    return s[',
    ],
    [/not valid JSON/, 'Return JSON with name and age of Anna, 30.', '{"name": "Anna", "age": 30'],
    [/does not hold: 48 \+ 24 = 73/, 'How many clips are 48 and 24?', '48 + 24 = 73 clips.'],
    [/repeats/, 'Write about cats', 'The cat sat on the mat and '.repeat(40)],
    [/script/, 'What is the capital of France?', 'Париж является столицей Франции.'],
    [/yes or no/, 'Is 91 prime? Answer yes or no.', '91 is a number between 90 and 92.'],
    [/doubts/, 'Who won the world cup of 1998?', "I don't know. Maybe it was France, I think."],
  ])('%s', (reason, query, draft) => {
    const { accept, confidence, reasons } = assessDraft({ query, draft });
    expect(accept).toBe(false);
    expect(confidence).toBeLessThan(0.72);
    expect(reasons.join()).toMatch(reason);
  });

  it.each(presetNames)('%s never accepts nothing, a refusal or broken JSON', (preset) => {
    for (const draft of ['', 'I cannot provide that information.', '{"name": ']) {
      expect(assessDraft({ query: 'Return JSON with the capital.', draft, preset }).accept).toBe(false);
    }
  });

  it('names the gravest reason first', () => {
    const draft = "I'm sorry, but I can't help with that. I don't know.";
    expect(assessDraft({ query: 'Who was Goethe?', draft }).reasons).toEqual([
      'the draft refuses to answer',
      'the draft doubts its own answer',
    ]);
  });
});

describe('confidence', () => {
  it('stays within 0..1 whatever comes', () => {
    const texts = [
      '',
      '\0',
      '🎉',
      'a'.repeat(50_000),
      '{"',
      "I'm sorry, I can't help. 2 + 2 = 5 ```",
      '2024 = '.repeat(999),
    ];
    for (const query of ['?', 'Return JSON, yes or no?', 'why '.repeat(5000)]) {
      for (const draft of texts) {
        for (const logprobs of [undefined, [], [-5], [Number.NaN], [Number.NEGATIVE_INFINITY]]) {
          const { confidence } = assessDraft({ query, draft, ...(logprobs ? { logprobs } : {}) });
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
        }
      }
    }
  });

  it('falls with what a calculation has to take into account', () => {
    const queries = [
      'I buy 3 pens at $2 each. How much do I pay?',
      'I buy 3 pens at $2 each, and half as many rulers at $2, with 3 coins left from before. How much did I have originally?',
    ];
    const confidences = queries.map((query) => assessDraft({ query, draft: 'Six.' }).confidence);
    expect(confidences).toEqual([...confidences].sort((a, b) => b - a));
    expect(new Set(confidences).size).toBe(queries.length);
  });

  it('counts a low probability of the tokens', () => {
    const answer = { query: 'Who wrote Faust?', draft: 'Goethe.' };
    const unsure = assessDraft({ ...answer, logprobs: [Math.log(0.3), Math.log(0.4)] });
    expect(unsure.confidence).toBeLessThan(assessDraft(answer).confidence);
    expect(unsure.accept).toBe(false);
  });

  it('listens to a judge and to further samples', () => {
    const answer = { query: 'Who wrote Faust?', draft: 'Goethe.' };
    const { confidence } = assessDraft(answer);
    expect(assessDraft({ ...answer, judged: 1 }).confidence).toBeGreaterThan(confidence);
    expect(assessDraft({ ...answer, judged: 0 })).toMatchObject({
      accept: false,
      reasons: ['the judge does not find the draft good enough'],
    });
    expect(assessDraft({ ...answer, samples: ['It was Goethe.', 'Goethe'] }).confidence).toBeGreaterThan(
      confidence,
    );
    expect(assessDraft({ ...answer, samples: ['Schiller.', 'Marlowe.'] })).toMatchObject({
      accept: false,
      reasons: ['the model answers differently when asked again'],
    });
  });

  it('is what the signals make of it', () => {
    const { confidence, signals } = assessDraft({
      query: 'How many clips are 48 and 24?',
      draft: '48 + 24 = 73.',
    });
    const none = assessDraft({ query: 'Hi', draft: 'Hi.' });
    expect(none.signals).toEqual([]);
    const logOdds = signals.reduce(
      (sum, { effect }) => sum + effect,
      Math.log(none.confidence / (1 - none.confidence)),
    );
    expect(confidence).toBeCloseTo(1 / (1 + Math.exp(-logOdds)), 10);
    expect(signals.map(({ name }) => name)).toContain('arithmetic');
  });
});

describe('what is refused', () => {
  /** As callers without types do. */
  const assess = (input: object) => assessDraft(input as AssessmentInput);

  it.each([-0.1, 1.1, Number.NaN, Infinity, '0.5', true])('the threshold %p', (threshold) => {
    const input = { query: 'a', draft: 'b', threshold };
    expect(() => assess(input)).toThrow(InvalidParameterError);
    expect(() => assess(input)).toThrow('Parameter "threshold"');
  });

  it('an unknown preset, a query that is no text, a draft that is no text', () => {
    expect(() => assess({ query: 'a', draft: 'b', preset: 'cheap' })).toThrow('"preset" is "cheap"');
    expect(() => assess({ query: '', draft: 'b' })).toThrow('"query" is empty');
    expect(() => assess({ query: 'a' })).toThrow('"draft" is missing');
    expect(() => assess({ query: 'a', draft: 'b', judged: 2 })).toThrow('"judged" is 2');
    expect(() => assess({ query: 'a', draft: 'b', samples: 'c' })).toThrow('"samples"');
  });

  it('but not the borders of the threshold', () => {
    expect(assessDraft({ query: 'a', draft: '', threshold: 0 }).accept).toBe(true);
    expect(assessDraft({ query: 'a', draft: 'b', threshold: 1 }).accept).toBe(false);
  });
});
