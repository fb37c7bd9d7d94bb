import { readable } from '../../../text/words';

const numbers: ReadonlyMap<string, number> = new Map(
  'two three four five six seven eight nine ten'.split(' ').map((word, index) => [word, index + 2]),
);
const MOST = 30;
const things =
  'ideas|tips|ways|reasons|examples|facts|names|steps|items|bullet points|bullets|points|questions|titles|headlines|slogans|options|suggestions|alternatives|synonyms|advantages|benefits|keywords|hashtags|words|countries|cities|books|movies|films|songs|recipes|recommendations|strategies|features|bullet|languages|animals|colou?rs|fruits';
/** Then more is as good. */
const orMore = /\bat least\b|\bor more\b|\bminimum\b|\beach\b|\bper\b/i;
const asked = new RegExp(
  String.raw`\b(?:list|name|give me|give|write|suggest|provide|generate|create|top|exactly|come up with|tell me|share|recommend)(?: \p{L}{1,12}){0,3}? (?<count>\d{1,2}|${[...numbers.keys()].join('|')})(?: \p{L}{1,14}){0,2}? (?:${things})\b`,
  'iu',
);

/** How many things the query wants listed; `undefined` when it does not say. */
export function askedCount(query: string): number | undefined {
  if (orMore.test(query)) return undefined;
  const written = asked.exec(readable(query))?.groups?.['count'];
  if (written === undefined) return undefined;
  const count = numbers.get(written.toLowerCase()) ?? Number(written);
  return count >= 2 && count <= MOST ? count : undefined;
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
