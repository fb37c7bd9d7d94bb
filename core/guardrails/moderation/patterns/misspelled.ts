import { COMMON_WORDS } from '../../vocabulary/commonWords';
import { DEHUMANISING, FOUL, HATING } from '../../vocabulary/contempt';
import { GROUPS, IDENTITIES, MEMBERS } from '../../vocabulary/groups';
import { words } from '../../vocabulary/words';
import { MILD_SLURS, SLURS } from '../../vocabulary/slurs';
import { unglued } from './glued';
import { namesOf } from './lexicon';

/** Words that are worth recognising when a letter is missing or two have changed places. */
const CHARGED = [GROUPS, MEMBERS, IDENTITIES, SLURS, MILD_SLURS, FOUL, HATING, DEHUMANISING]
  .flat()
  .concat('people', 'deserve', 'murder', 'exterminate')
  .filter((word) => /^[a-z]{5,}$/.test(word));
/** Shorter words with a letter missing are often other words. */
const FEWEST_TO_MISS_ONE = 6;

/** What is masked with asterisks, the likeliest first. */
const MASKED = [
  ...[
    'fuck',
    'shit',
    'bitch',
    'fucking',
    'fucker',
    'fucked',
    'bitches',
    'cunt',
    'nigger',
    'niggers',
    'nigga',
    'niggas',
  ],
  ...[
    'faggot',
    'faggots',
    'fags',
    'retard',
    'retards',
    'retarded',
    'whore',
    'whores',
    'slut',
    'sluts',
    'kill',
    'kike',
  ],
  ...[
    'kikes',
    'dick',
    'cock',
    'pussy',
    'rape',
    'tranny',
    'trannies',
    'chink',
    'chinks',
    'bastard',
    'asshole',
    'suicide',
  ],
];

const KNOWN = new Set(COMMON_WORDS);
/** English words that are one slip away from a charged one. */
const REAL_WORDS = words(`
  bests bight chips demos garage insets lathe lathed lathing sinking christina israels koran korans latins murat negros niger alines backs brows browns chins geeks grids hinds lades naive pikes
  refuge refuges sicks trons whits
`);
const REPAIRS = new Map<string, string>();
for (const word of CHARGED) for (const slip of slipsOf(word)) REPAIRS.set(slip, word);
for (const word of [...CHARGED, ...COMMON_WORDS, ...REAL_WORDS]) REPAIRS.delete(word);

function* slipsOf(word: string): Generator<string> {
  for (let at = 1; at < word.length - 1; at += 1) {
    if (word.length >= FEWEST_TO_MISS_ONE) yield word.slice(0, at) + word.slice(at + 1);
    const swapped = word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2);
    if (at < word.length - 1) yield swapped;
  }
}

/** A word as the words that are meant by it. */
export function repaired(word: string): readonly string[] {
  if (namesOf(word) !== undefined || KNOWN.has(word)) return [word];
  if (word.includes('*')) return [unmasked(word)];
  const meant = REPAIRS.get(word);
  return meant === undefined ? unglued(word) : [meant];
}

function unmasked(word: string): string {
  return MASKED.find((candidate) => isMaskOf(word, candidate)) ?? word;
}

function isMaskOf(word: string, candidate: string): boolean {
  if (word.length !== candidate.length || !candidate.startsWith(word.charAt(0))) return false;
  for (let at = 1; at < word.length; at += 1) {
    if (word[at] !== '*' && word[at] !== candidate[at]) return false;
  }
  return true;
}
