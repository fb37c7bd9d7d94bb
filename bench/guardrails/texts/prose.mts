import { Random } from '../../limits/traces/random.mts';

/** What may stand in place of a name in braces. */
const FILLINGS: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'person',
    [
      'Maria',
      'Tom',
      'our neighbour',
      'the manager',
      'Dr. Lindqvist',
      'a colleague of mine',
      'Aunt Rosa',
      'Samuel Ortega',
    ],
  ],
  [
    'place',
    [
      'the harbour',
      'Lisbon',
      'the second floor',
      'a small bakery',
      'the museum',
      'Oslo',
      'the old station',
      'the warehouse',
    ],
  ],
  [
    'thing',
    ['invoice', 'bicycle', 'printer', 'report', 'contract', 'parcel', 'kitchen table', 'training plan'],
  ],
  [
    'quality',
    [
      'late',
      'excellent',
      'a bit expensive',
      'exactly right',
      'not what we ordered',
      'better than last year',
      'incomplete',
      'heavy',
    ],
  ],
  [
    'time',
    [
      'on Tuesday',
      'at 10:30',
      'in the spring',
      'last week',
      'on 14 March 2031',
      'before lunch',
      'in 2027',
      'every other day',
    ],
  ],
  ['number', ['12', '3,450', '7.5', '1998', '64', '250', '18', '90']],
  ['action', ['repaired', 'sold', 'forgotten', 'painted', 'checked', 'delivered', 'measured', 'moved']],
]);

const SENTENCES = [
  '{person} called {time} and said that the {thing} was {quality}.',
  'We met {person} at {place}, where {number} people were waiting for the doors to open.',
  'The {thing} had been {action} {time}, so nobody expected it to be {quality}.',
  'Could you please send me the {thing} again?',
  'It costs {number} dollars, which is {quality} when you think about it.',
  'According to the survey, {number} percent of all customers would choose the other {thing}.',
  'After a long walk through {place} they sat down, ordered tea and talked about the {thing}.',
  'The order with the number 48{number}-17 was {action} {time}.',
  'In our experience the {thing} is {quality}; still, {person} prefers the previous one.',
  '"I have never seen a {thing} like this," {person} answered.',
  'The committee discussed whether the {thing} should be {action} or not.',
  'Rain is expected {time}, with temperatures around {number} degrees.',
  'Version 2.{number}.1 fixes the error that appeared when a {thing} was {action} twice.',
  'Thank you for your patience, we will look into it {time}.',
  'My children love {place}, and so do I.',
  'If the {thing} is {quality}, return it to {place} within {number} days.',
  'The path to {place} is {number} kilometres long and mostly flat.',
  'Historians still argue about what happened at {place} {time}.',
  'Her new book is {quality}, although the last chapter felt rushed.',
  'Mix {number} grams of flour with water, add salt and leave the dough until it has doubled.',
  'The patients were asked how they slept, what they ate and whether the pain came back.',
  'You can reach {person} in the office until {number} past four.',
  'Nobody at {place} could remember who had {action} the {thing}.',
  'Our team has {number} members, most of whom work from home.',
];

/** A word, or the name of a filling in braces. */
const PART = /\{([a-z]+)\}/g;

/** Ordinary English, mails, notes and news, with numbers here and there: so many characters. */
export function prose(length: number, seed = 1): string {
  const random = new Random(seed);
  const sentences: string[] = [];
  for (let written = 0; written < length;) {
    const sentence = proseSentence(random) + (random.below(6) === 0 ? '\n\n' : ' ');
    sentences.push(sentence);
    written += sentence.length;
  }
  return sentences.join('').slice(0, length);
}

export function proseSentence(random: Random): string {
  const filled = oneOf(SENTENCES, random).replace(PART, (_part, name: string) =>
    oneOf(FILLINGS.get(name) ?? [], random),
  );
  return filled.charAt(0).toUpperCase() + filled.slice(1);
}

/** @throws RangeError when there is none */
export function oneOf<Item>(items: readonly Item[], random: Random): Item {
  const item = items[random.below(items.length)];
  if (item === undefined) throw new RangeError('There is nothing to choose from.');
  return item;
}
