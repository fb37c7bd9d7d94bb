import { readable } from '../../../text/words';
import { things, verbs, countWords } from './listWords';

const MOST = 30;
/** Then more is as good. */
const orMore =
  /\bat least\b|\bor more\b|\bminimum\b|\beach\b|\bper\b|\bmindestens\b|\bau moins\b|\bal menos\b|\balmeno\b|\bpelo menos\b|\bchaque\b|\bcada\b|\bjeweils\b/;
/** `i` and sets of letters together are slow to prepare, so the query is read in lower case. */
const asked = new RegExp(
  String.raw`(?<!\p{L})(?:${verbs})(?:[ -]\p{L}{1,12}){0,3}? (?<count>\d{1,2}|${[...countWords.keys()].join('|')})(?: \p{L}{1,16}){0,2}? (?:${things})(?!\p{L})`,
  'u',
);
const HEAD = 2_000;

/** How many things the query wants listed; `undefined` when it does not say. */
export function askedCount(query: string): number | undefined {
  const read = query.slice(0, HEAD).toLowerCase();
  if (!saysNumber(read) || orMore.test(read)) return undefined;
  const written = asked.exec(read)?.groups?.['count'];
  if (written === undefined) return undefined;
  const count = countWords.get(written) ?? Number(written);
  return count >= 2 && count <= MOST ? count : undefined;
}

function saysNumber(query: string): boolean {
  return /\d/.test(query) || query.split(/[^\p{L}]+/u).some((word) => countWords.has(word));
}

const item = /^[ \t]{0,3}(?:[-*•–]|\d{1,2}[.):]|\*\*\d{1,2}[.)]|#{1,4} ?\d{1,2}[.)])[ \t]*\S/gm;
const nested = /^[ \t]{4,}(?:[-*•–]|\d{1,2}[.)])/m;

/** How many items the text lists one a line; `undefined` when it has no such list, or lists within lists. */
export function listedCount(text: string): number | undefined {
  const read = readable(text);
  if (nested.test(read)) return undefined;
  const numbered = read.match(/^[ \t]{0,3}(?:\*\*)?#{0,4} ?\d{1,2}[.)]/gm)?.length ?? 0;
  const count = numbered > 0 ? numbered : (read.match(item)?.length ?? 0);
  return count > 0 ? count : undefined;
}

const apart = /[,;/|·\n、，；،]|[.!?。！？](?=\s|$)| (?:and|und|et|y|e|en|i|и|та|ve|or|oder|ou|o) /gu;
const LONGEST_LINE = 2_000;

/** How many things a text without a list may name at most: as many as commas, sentences and "and" part. */
export function mostNamed(text: string): number {
  const pieces = text.trim().toLowerCase().slice(0, LONGEST_LINE).split(apart);
  return pieces.filter((piece) => /[\p{L}\p{N}]/u.test(piece)).length;
}
