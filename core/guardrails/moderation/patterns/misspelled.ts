import { COMMON_WORDS } from '../../vocabulary/commonWords';
import { DEHUMANISING, FOUL, HATING } from '../../vocabulary/contempt';
import { GROUPS, IDENTITIES, MEMBERS } from '../../vocabulary/groups';
import { words } from '../../vocabulary/words';
import { MILD_SLURS, SLURS } from '../../vocabulary/slurs';
import { hasTag, namesOf } from './lexicon';

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

/** What is written together is read apart when it is made of these, with what is worth finding among them. */
const LINKS = new Set(
  words(`
    i we you they all the these those every are is be should must do to and who just so get out of deserve need hate
    hates kill fuck fucking stupid die hang shoot burn ban deport gas
  `),
);
const TARGETS = new Set(['#group', '#slur', '#mildslur', '#member']);
const CONTEMPT = new Set(['#hate', '#vile', '#beast', '#insult', '#kill', '#expel', '#illfate']);
const OF_TARGETS = new Set([...TARGETS, ...CONTEMPT, '#identity', '#persons']);
const IDENTITY = new Set(['#identity']);
const PERSONS = new Set(['#persons', '#person']);
/** Behind contempt these are no end of a word: `hatethose`. */
const ALL = new Set(['all', 'those', 'these', 'every']);
/** Before contempt these are no beginning of a word: `ihate`, `arestupid`. */
const CLAIMING = new Set(['i', 'are', 'deserve', 'should']);
const FEWEST_OF_TARGET = 4;
const GLUED_FEWEST = 6;
const GLUED_MOST = 24;

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

/** The parts that a word is made of; the word alone when it is not made of known ones. */
function unglued(word: string): readonly string[] {
  const partsTo: (readonly string[] | undefined)[] = [[]];
  for (let start = 0; start < word.length; start += 1) {
    const before = partsTo[start];
    if (before === undefined) continue;
    for (let end = start + 1; end <= word.length; end += 1) {
      const part = word.slice(start, end);
      if (partsTo[end] === undefined && isPart(part)) partsTo[end] = [...before, part];
    }
  }
  const parts = partsTo[word.length] ?? [word];
  return parts.length > 1 && isWorthReading(parts) ? parts : [word];
}

function isPart(part: string): boolean {
  return LINKS.has(part) || (part.length >= FEWEST_OF_TARGET && hasTag(part, OF_TARGETS));
}

/** There is a group in it, or a claim of contempt: `flagpoles` and `burnout` are neither. */
function isWorthReading(parts: readonly string[]): boolean {
  return parts.some((part, at) => {
    const next = parts[at + 1] ?? '';
    return (
      hasTag(part, TARGETS) ||
      (hasTag(part, IDENTITY) && hasTag(next, PERSONS)) ||
      (CLAIMING.has(part) && hasTag(next, CONTEMPT)) ||
      (hasTag(part, CONTEMPT) && ALL.has(next))
    );
  });
}
