import { words } from '../../vocabulary/words';
import { hasTag, wordsTagged } from './lexicon';

/** What is written together is read apart when it is made of these, with what is worth finding among them. */
const LINKS = words(`
  i we you they all the these those every are is be should must do to and who just so get out of deserve need hate
  hates kill fuck fucking stupid die hang shoot burn ban deport gas
`);
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

const PARTS = new Set([
  ...LINKS,
  ...wordsTagged(OF_TARGETS).filter((word) => word.length >= FEWEST_OF_TARGET),
]);
/** How parts begin, so that most places in a word are given up after a letter or two. */
const BEGINNINGS = new Set([...PARTS].flatMap(beginningsOf));

function beginningsOf(part: string): string[] {
  return Array.from(part, (_, last) => part.slice(0, last + 1));
}

/** The parts that a word is made of; the word alone when it is not made of known ones. */
export function unglued(word: string): readonly string[] {
  if (word.length < GLUED_FEWEST || word.length > GLUED_MOST) return [word];
  const partsTo: (readonly string[] | undefined)[] = [[]];
  for (let start = 0; start < word.length; start += 1) {
    const before = partsTo[start];
    if (before === undefined) continue;
    for (const part of partsAt(word, start)) partsTo[start + part.length] ??= [...before, part];
  }
  const parts = partsTo[word.length] ?? [word];
  return parts.length > 1 && isWorthReading(parts) ? parts : [word];
}

/** The parts that begin at a place of a word, the shortest first. */
function partsAt(word: string, start: number): string[] {
  const parts: string[] = [];
  for (let end = start + 1; end <= word.length; end += 1) {
    const letters = word.slice(start, end);
    if (!BEGINNINGS.has(letters)) break;
    if (PARTS.has(letters)) parts.push(letters);
  }
  return parts;
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
