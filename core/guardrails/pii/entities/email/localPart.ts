import type { Separator } from './separators';

/** RFC 5321 allows 64 characters; what is longer is taken too, so that none of it stays behind. */
const LONGEST = 128;

const CHARACTER = /[\p{L}\p{N}\p{M}._%+'-]/u;
/** What a local part does not begin with. */
const BEFORE_IT = /^[.'%-]+/;

/** ` dot ` and its like between two pieces of a hidden local part. */
const HIDDEN_DOT = /(?: dot | ?[[({]dot[\])}] ?)$/i;
const LONGEST_HIDDEN_DOT = 7;
const MOST_PIECES = 4;

/**
 * Where the local part before a separator begins; `undefined` when there is none.
 *
 * @param from where the separator before this one ended
 */
export function localPartBefore(text: string, separator: Separator, from: number): number | undefined {
  let start = pieceStart(text, separator.start, from);
  if (start === separator.start) return undefined;
  if (separator.kind === 'sign') return start;
  for (let pieces = 1; pieces < MOST_PIECES; pieces += 1) {
    const dot = HIDDEN_DOT.exec(text.slice(Math.max(0, start - LONGEST_HIDDEN_DOT), start))?.[0].length ?? 0;
    const earlier = pieceStart(text, start - dot, from);
    if (dot === 0 || earlier === start - dot) break;
    start = earlier;
  }
  return isOrdinaryWord(text.slice(start, separator.start)) ? undefined : start;
}

function pieceStart(text: string, end: number, from: number): number {
  let start = end;
  while (start > from && end - start < LONGEST && CHARACTER.test(text.charAt(start - 1))) start -= 1;
  return start + (BEFORE_IT.exec(text.slice(start, end))?.[0].length ?? 0);
}

/** `look at example dot com`: words that stand before an `at` that is just a word. */
function isOrdinaryWord(piece: string): boolean {
  return ORDINARY.has(piece.toLowerCase());
}

const ORDINARY: ReadonlySet<string> = new Set(
  (
    'a account accounts are arrive arrived available be been based blog book buy bought call check contact day documentation docs down download event everyone ' +
    'find found get go good guide had hello her here him home hosted i in is it join live located look looked looking looks me meet meeting more now ' +
    'off on online order ordered out over page people point portal posted price purchase read register sale see selling session shop sign site sold start started store team that ' +
    'the them there these they this time up us visit was we website were work worked working works you'
  ).split(' '),
);
