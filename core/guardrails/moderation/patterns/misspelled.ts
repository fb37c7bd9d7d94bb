import { COMMON_WORDS } from '../../vocabulary/commonWords';
import { GROUPS, IDENTITIES, MEMBERS } from '../../vocabulary/groups';
import { words } from '../../vocabulary/words';
import { MILD_SLURS, SLURS } from '../../vocabulary/slurs';
import { hasTag, namesOf } from './lexicon';

/** Words that are worth recognising when a letter is missing or two have changed places. */
const CHARGED = [GROUPS, MEMBERS, IDENTITIES, SLURS, MILD_SLURS]
  .flat()
  .concat(
    'people',
    'disgusting',
    'despise',
    'deserve',
    'stupid',
    'murder',
    'exterminate',
    'vermin',
    'inferior',
  )
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

/** Words that are written together with the next, and what may follow them. */
const BEFORE = new Set([
  'hate',
  'ihate',
  'kill',
  'killall',
  'fuck',
  'fucking',
  'these',
  'those',
  'all',
  'stupid',
  'are',
]);
const BEHIND = new Set(['are', 'should', 'is', 'deserve', 'must', 'who', 'and', 'do', 'have', 'need']);
const TARGETS = new Set(['#group', '#slur', '#mildslur', '#member', '#identity', '#vile', '#beast']);
const GLUED_FEWEST = 6;
const GLUED_MOST = 24;

const KNOWN = new Set(COMMON_WORDS);
/** English words that are one slip away from a charged one. */
const REAL_WORDS = words(`
  christina israels koran korans latins murat negros niger alines backs brows browns chins geeks grids hinds lades naive pikes
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
  if (meant !== undefined) return [meant];
  return word.length >= GLUED_FEWEST && word.length <= GLUED_MOST ? unglued(word) : [word];
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

function unglued(word: string): readonly string[] {
  for (let at = 2; at < word.length - 1; at += 1) {
    const first = word.slice(0, at);
    const second = word.slice(at);
    if (BEFORE.has(first) && hasTag(second, TARGETS))
      return first === 'ihate' ? ['i', 'hate', second] : [first, second];
    if (BEHIND.has(second) && hasTag(first, TARGETS)) return [first, second];
  }
  return word === 'ihate' ? ['i', 'hate'] : [word];
}
