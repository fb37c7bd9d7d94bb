import { describe, expect, it } from '@jest/globals';
import { readDraft } from '../../../../../core/cascade/quality/draft';
import { format } from '../../../../../core/cascade/quality/signals/format';

const reasonFor = (query: string, text: string) => format(readDraft({ query, text }))?.reason;

const JSON_REASON = 'the question asks for JSON and the draft is not valid JSON';
const YES_NO_REASON = 'the question asks for yes or no and the draft says neither';

describe('a demand for JSON', () => {
  const demands = [
    'Return JSON with name and age of Anna, 30.',
    'Respond in JSON: the capital of France',
    'Give me valid JSON for a user',
    'Return only JSON: the capital of France.',
    'What is the capital of France? Answer in JSON.',
    'List three colours as JSON array.',
    'Please extract the names and answer with a JSON object.',
    'You must output strict JSON.',
    'Convert this list to JSON: a, b',
    'Name the capital of France. JSON only',
  ];

  it.each(demands)('is missed by prose and by broken JSON: %s', (query) => {
    expect(reasonFor(query, 'Paris')).toBe(JSON_REASON);
    expect(reasonFor(query, '{"name": "Anna", "age": 30')).toBe(JSON_REASON);
    expect(reasonFor(query, '{name: Anna}')).toBe(JSON_REASON);
  });

  it.each([
    '{"capital":"Paris"}',
    ' \n["red", "green"]\n',
    '"Paris"',
    '```json\n{"capital":"Paris"}\n```',
    '```\n{"capital":"Paris"}\n```',
    'Here it is:\n\n```json\n{"capital":"Paris"}\n```\n\nMore {fields}?',
    'Sure: {"capital":"Paris"} - anything else?',
    '{"a":1}\n{"a":2}\n',
  ])('is met by %j', (text) => {
    for (const query of demands) expect(reasonFor(query, text)).toBeUndefined();
  });
});

describe('no demand for JSON', () => {
  it.each([
    'What is valid JSON?',
    'How do I return JSON from an Express handler?',
    'Why do dates look like this in JSON?',
    'What is the difference between XML and valid JSON?',
    'Summarize this in plain text, not as JSON: sales rose.',
    'My server should return JSON but sends HTML.',
    'The data arrives in JSON.',
    'List the advantages of JSON.',
    'Write an article about using JSON',
    'Turn this JSON into a sentence: {"name":"Anna"}',
    'Convert this JSON into CSV: [{"a":1}]',
    'Write a Python function that outputs JSON',
    'Find the mistake in JSON files like this',
  ])('%s', (query) => {
    expect(reasonFor(query, 'It is a text format.')).toBeUndefined();
  });
});

describe('a demand for yes or no', () => {
  it.each([
    'Is 91 prime? Answer yes or no.',
    'Is 91 prime, yes or no?',
    "Reply with 'yes' or 'no': is 91 prime?",
  ])('is missed by an answer that says neither: %s', (query) => {
    expect(reasonFor(query, '91 lies between 90 and 92.')).toBe(YES_NO_REASON);
    expect(reasonFor(query, 'It is not known.')).toBe(YES_NO_REASON);
    expect(reasonFor(query, 'Nobody yesterday noticed.')).toBe(YES_NO_REASON);
  });

  it.each([
    'Yes',
    'no.',
    '**No**',
    '"Yes."',
    'No, because 91 = 7 × 13.',
    'Short answer: No. It is 7 × 13.',
    '91 = 7 × 13, so it has divisors.\n\nAnswer: No',
    'It depends on the dose, but in general yes: most adults tolerate it.',
    'Nein, 91 ist durch 7 teilbar.',
    'Sí.',
  ])('is met by %j', (text) => {
    expect(reasonFor('Is 91 prime? Answer yes or no.', text)).toBeUndefined();
  });

  it('is not every question with a yes in it', () => {
    expect(reasonFor('Why did she say yes?', 'Because she loved him.')).toBeUndefined();
    expect(reasonFor('Is 91 prime?', '91 is 7 × 13.')).toBeUndefined();
  });
});
