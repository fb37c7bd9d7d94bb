/** How long the query wants its answer; what it leaves open is missing. */
export interface AskedLength {
  readonly unit: 'words' | 'sentences' | 'characters' | 'lines';
  readonly least?: number;
  readonly most?: number;
}

const small: ReadonlyMap<string, number> = new Map(
  'one two three four five six seven eight nine ten'.split(' ').map((word, index) => [word, index + 1]),
);
const COUNT = String.raw`(?<count>\d{1,5}|a single|${[...small.keys()].join('|')})`;
const UNIT = String.raw`(?<unit>words?|sentences?|characters?)\b`;
const limit = new RegExp(
  String.raw`\b(?<relation>in|under|within|below|at most|no more than|not more than|less than|fewer than|up to|maximum(?: of)?|max|exactly|at least|no less than|minimum(?: of)?|only|use|with|about|around|approximately)(?: (?:only|just|a maximum of|a|exactly|one short))? ${COUNT}[ -]${UNIT}`,
  'i',
);
const most = /^(?:under|within|below|at most|no more|not more|less|fewer|up to|max)/i;
const least = /^(?:at least|no less|minimum)/i;
const aFew =
  /\b(?:answer|reply|respond)(?: only)? (?:with|in|by)(?: just| only)? (?:the|a|one)(?: single)? (?:word|number|letter|name)\b/i;

/** The length of a part is not that of the answer. */
const ofEachPart = /\b(?:each|every|per)\b/i;

/** "A four-line poem" */
const inLines = new RegExp(
  String.raw`\b(?<count>\d{1,2}|${[...small.keys()].join('|')})[ -]lines?\b(?! (?:of|in|from|\d))`,
);

/** Nobody counts exactly: so much more or less is still what was asked for. */
const LENIENT = 1.15;
const HEAD = 1_000;
/** `in 100 words` is meant roughly. */
const ROUGH = 1.6;

export function askedLength(query: string): AskedLength | undefined {
  if (ofEachPart.test(query)) return undefined;
  if (aFew.test(query)) return { unit: 'words', most: 6 };
  const lines = inLines.exec(query.slice(0, HEAD).toLowerCase())?.groups?.['count'];
  if (lines !== undefined) {
    const asked = small.get(lines) ?? Number(lines);
    return { unit: 'lines', least: asked / LENIENT, most: asked * ROUGH };
  }
  const { relation = '', count = '', unit = '' } = limit.exec(query)?.groups ?? {};
  if (count === '') return undefined;
  const asked = small.get(count.toLowerCase()) ?? (/^a/i.test(count) ? 1 : Number(count));
  const named = unit.toLowerCase();
  const counted = named.startsWith('w') ? 'words' : named.startsWith('s') ? 'sentences' : 'characters';
  if (least.test(relation)) return { unit: counted, least: asked / LENIENT };
  if (most.test(relation)) return { unit: counted, most: asked * LENIENT };
  return { unit: counted, least: asked / ROUGH, most: asked * ROUGH };
}
