import { partsOf } from './parts';
import { plainWords } from './plainWords';
import { structureOf, type Structure } from './structure';

/** A query, read once for all that is to be found out about it. */
export interface QueryText {
  readonly text: string;
  /** As `plainWords` gives them. */
  readonly instruction: string;
  readonly material: string;
  readonly structure: Structure;
}

/** What a query asks for stands at its beginning or its end: a longer one is read there only. */
const BEGINNING = 6_000;
const END = 2_000;

export function readQueryText(query: string): QueryText {
  const text = query.length <= BEGINNING + END ? query : `${query.slice(0, BEGINNING)}\n${query.slice(-END)}`;
  const { instruction, material } = partsOf(text);
  return {
    text,
    instruction: plainWords(instruction),
    material: plainWords(material),
    structure: structureOf(text),
  };
}
