import type { Sentence, Token } from './sentence';

/** People use slurs of themselves and their friends. */
const OWN = new Set([
  'my',
  'our',
  'we',
  'us',
  'fellow',
  'proud',
  'love',
  'loves',
  'wassup',
  'sup',
  'yo',
  'homie',
  'hey',
]);
/** Who they are, says the speaker. */
const OF_ONESELF = new Set(['i', 'am', 'as']);
/** The word is spoken about, or somebody tells of having been called it. */
const MENTIONED = new Set([
  'word',
  'words',
  'term',
  'slur',
  'slurs',
  'called',
  'calling',
  'call',
  'named',
  'nickname',
  'spelled',
  'lyrics',
]);
const REACH = 4;

/** Slurs that are ordinary words too, and what is spoken of beside them then. */
const OTHER_MEANINGS: readonly (readonly [slurs: readonly string[], beside: readonly string[]])[] = [
  [
    ['dyke', 'dykes'],
    [
      'flood',
      'floods',
      'water',
      'sea',
      'river',
      'dutch',
      'dam',
      'levee',
      'coast',
      'netherlands',
      'holland',
      'burst',
      'road',
      'path',
      'ditch',
      'canal',
      'polder',
      'embankment',
      'boots',
    ],
  ],
  [
    ['fag', 'fags'],
    ['smoke', 'smoking', 'smoked', 'cigarette', 'cigarettes', 'lit', 'lighter', 'ashtray', 'pub'],
  ],
  [
    ['faggot', 'faggots', 'fagot', 'fagots'],
    ['sticks', 'firewood', 'twigs', 'bundle', 'campfire', 'peas', 'gravy', 'butcher', 'meatballs', 'bassoon'],
  ],
  [
    ['chink', 'chinks'],
    ['armour', 'armor', 'light', 'wall', 'door', 'curtains', 'glasses'],
  ],
  [
    ['coon', 'coons'],
    ['maine', 'cat', 'cats', 'hound', 'kitten', 'raccoon'],
  ],
  [
    ['bitch', 'bitches'],
    ['puppy', 'puppies', 'dog', 'litter', 'breeder', 'whelp', 'kennel'],
  ],
  [
    ['spastic', 'spaz'],
    ['colon', 'muscle', 'muscles', 'paralysis'],
  ],
  [
    ['retard', 'retards'],
    ['flame', 'timing', 'growth', 'spark', 'ignition', 'corrosion'],
  ],
  [
    ['spook', 'spooks'],
    ['halloween', 'ghost', 'ghosts', 'cia', 'spy', 'agents'],
  ],
  [
    ['hoe', 'hoes'],
    ['garden', 'weeds', 'rake', 'soil', 'shovel', 'farmer'],
  ],
  [['tranny'], ['fluid', 'gearbox', 'transmission', 'engine', 'car']],
  [['gimp'], ['photoshop', 'image', 'layer', 'layers', 'plugin', 'inkscape']],
  [
    ['cripple', 'cripples'],
    ['economy', 'industry', 'supply', 'trade', 'business'],
  ],
];

/** Slurs that are more often the name of a thing, until somebody is pointed at or ill will is said. */
const THINGS = new Set([
  'dyke',
  'dykes',
  'fag',
  'fags',
  'chink',
  'chinks',
  'coon',
  'coons',
  'spook',
  'spooks',
  'hoe',
  'hoes',
]);
const POINTING = new Set([
  'you',
  'your',
  'he',
  'she',
  'him',
  'her',
  'they',
  'them',
  'these',
  'those',
  'who',
  'all',
  'i',
  'me',
  'we',
  'no',
  'some',
  'another',
]);

const BESIDE = new Map(
  OTHER_MEANINGS.flatMap(([slurs, beside]) => slurs.map((slur) => [slur, new Set(beside)] as const)),
);

/** 0 to 1: what is left of the slurs between two places that people use of themselves, or mean something else by. */
export function leftOfSlurs(sentence: Sentence, start: number, end: number): number {
  let left = 1;
  for (let at = start; at < end; at += 1) {
    const token = sentence[at];
    if (token !== undefined && isSlur(token)) left = Math.min(left, leftOf(sentence, at, token.word));
  }
  return left;
}

function leftOf(sentence: Sentence, at: number, slur: string): number {
  const beside = BESIDE.get(slur);
  if (beside !== undefined && sentence.some(({ word }) => beside.has(word))) return 0;
  if (THINGS.has(slur) && !sentence.some((token, index) => index !== at && isPointing(token))) return 0.5;
  for (let before = Math.max(0, at - REACH); before < at; before += 1) {
    const word = sentence[before]?.word ?? '';
    if (MENTIONED.has(word) || OWN.has(word)) return 0.25;
    if (OF_ONESELF.has(word) && sentence[before + 1]?.word !== 'would') return 0.4;
  }
  return 1;
}

function isPointing({ word, names }: Token): boolean {
  return (
    POINTING.has(word) ||
    ['#hostile', '#vile', '#insult', '#expel', '#group'].some((tag) => names.includes(tag))
  );
}

function isSlur({ names }: Token): boolean {
  return names.includes('#slur') || names.includes('#mildslur');
}
