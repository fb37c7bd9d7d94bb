/** What a canned model says. */
export interface CannedAnswer {
  readonly text: string;
  /** `length`: the answer was cut off at the model's output limit. */
  readonly finishReason: 'stop' | 'length';
}

/** A query of the demo, and what the two canned models say to it when no real ones are used. */
export interface Question {
  readonly query: string;
  readonly draft: CannedAnswer;
  readonly verified: CannedAnswer;
}

/** Half of the drafts are good; the others show what a cheap model gets wrong, each in its own way. */
export const questions: readonly Question[] = [
  {
    query: 'What is the capital of Australia?',
    draft: whole('The capital of Australia is Canberra.'),
    verified: whole('The capital of Australia is Canberra.'),
  },
  {
    query: 'Explain in one paragraph how a vaccine trains the immune system.',
    draft: whole(
      'A vaccine shows the immune system a harmless piece of a germ, or the instructions to make one, so that the body ' +
        'meets the germ without falling ill. Immune cells recognise the piece as foreign: some of them make antibodies ' +
        'that fit it, others learn to destroy infected cells. When the response fades, memory cells stay behind. If the ' +
        'real germ arrives later, those memory cells answer within hours instead of days, and the illness is prevented ' +
        'or much milder.',
    ),
    verified: whole(
      'A vaccine presents the immune system with an antigen of a germ. B cells make antibodies against it, T cells learn ' +
        'to find infected cells, and memory cells of both kinds remain, so that a later infection meets a fast response.',
    ),
  },
  {
    query: 'How do I boil an egg so that the yolk stays soft?',
    draft: whole(
      'Bring a pot of water to a gentle boil, lower the egg in with a spoon and boil it for six to seven minutes, six ' +
        'for a runny yolk and seven for a jammy one. Then cool the egg under cold water for a minute, so that the yolk ' +
        'does not go on cooking, and peel it.',
    ),
    verified: whole(
      'Boil the egg for six minutes, cool it in cold water for one minute so the yolk stays soft, then peel it.',
    ),
  },
  {
    query:
      'Who wrote the screenplay of "Casablanca"? One of them was a doctor: what did he prescribe on the set?',
    draft: whole("I'm sorry, but I can't help with questions about what a person prescribed."),
    verified: whole(
      'The screenplay of "Casablanca" is by Julius J. Epstein, Philip G. Epstein and Howard Koch. None of them was a ' +
        'doctor, so nobody prescribed anything on the set.',
    ),
  },
  {
    query:
      'Write a packing list for a three-day autumn hike in the Alps, sorted by clothing, kitchen and safety.',
    draft: {
      text:
        'Clothing: a waterproof jacket, rain trousers, two merino shirts, a fleece, a light down jacket, hiking trousers, ' +
        'three pairs of socks, gloves, a warm hat and broken-in boots.\nKitchen: a gas stove with one cartridge, a lighter, ' +
        'a pot, a spoon, a mug, two litres of water a day, and for the meals on the hike you should also take along some',
      finishReason: 'length',
    },
    verified: whole(
      'Packing list for three days in the Alps\n\nClothing:\n- waterproof jacket and rain trousers\n- two merino shirts, ' +
        'fleece, light down jacket\n- hiking trousers, three pairs of socks, hat, gloves\n- broken-in boots\n\nKitchen:\n' +
        '- stove, gas, lighter, pot, mug, spoon\n- two litres of water a day and a filter\n- food for three days and one ' +
        'spare meal\n\nSafety:\n- map, compass, charged phone and power bank\n- first-aid kit, rescue blanket, whistle\n' +
        '- headlamp with spare batteries',
    ),
  },
  {
    query: 'A ticket costs 17 euros. What do 24 tickets cost? Show the calculation.',
    draft: whole('The price of 24 tickets is:\n\n17 * 24 = 398\n\nThe tickets cost 398 euros.'),
    verified: whole('The price of 24 tickets is:\n\n17 * 24 = 408\n\nThe tickets cost 408 euros.'),
  },
  {
    query: 'Return only valid JSON with the keys name, country and population for the city of Lyon.',
    draft: whole('{ "name": "Lyon", "country": "France", "population": 522 250, }'),
    verified: whole('{ "name": "Lyon", "country": "France", "population": 522250 }'),
  },
  {
    query: 'Translate into French: The meeting has been moved to Thursday at ten.',
    draft: whole('La réunion a été reportée à jeudi à dix heures.'),
    verified: whole('La réunion a été déplacée à jeudi à dix heures.'),
  },
  {
    query: 'Which year did the first electric tram run in public service, and in which city?',
    draft: whole(
      "I'm not sure, but I think the first electric tram in public service was perhaps in Berlin. It might have been " +
        'around 1880, or maybe a little later. It could be another city, possibly, I believe.',
    ),
    verified: whole(
      'The first electric tram in regular public service ran in Lichterfelde, now a part of the city of Berlin, from ' +
        'May 1881. It was built by Siemens & Halske.',
    ),
  },
  {
    query: 'Suggest a subject line for an e-mail that announces our summer sale.',
    draft: whole('Subject line: Summer sale starts today: up to 40 % off until Sunday'),
    verified: whole('Subject line: Our summer sale is here: save up to 40 % this week'),
  },
];

function whole(text: string): CannedAnswer {
  return { text, finishReason: 'stop' };
}
