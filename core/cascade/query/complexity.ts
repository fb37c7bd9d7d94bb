import { cuesIn } from './cues';
import { domainOfText, type DomainVerdict } from './domain';
import { readQueryText, type QueryText } from './reading/readQueryText';
import { sizeOf } from './reading/size';

export const complexities = ['TRIVIAL', 'SIMPLE', 'MODERATE', 'HARD', 'EXPERT'] as const;

/** How much thought a query asks for. */
export type QueryComplexity = (typeof complexities)[number];

export interface ComplexityVerdict {
  readonly complexity: QueryComplexity;
  /** 0..1 on the scale whose fifths are the five levels. For people: it does not say whether a cheap model fails. */
  readonly score: number;
  /** 0..1: how far the score lies from the next level's border, 1 in the middle of a level. */
  readonly confidence: number;
  /** What raised or lowered it, in words. */
  readonly signals: readonly string[];
}

/** Something that makes a query harder or easier. */
interface Weighed {
  readonly signal: string;
  /** In levels, from TRIVIAL up. */
  readonly levels: number;
}

/** What a text without any word would have. */
const BASE = -0.05;
const PER_LOG_WORD = 0.42;
const PER_LOG_WORD_OF_MATERIAL = 0.2;
const LONG_INSTRUCTION = 20;
/** Each further word of a long instruction is one more thing to be heeded. */
const PER_WORD_OF_LONG = 0.012;
const MOST_FOR_LONG = 0.8;

const SENTENCE_ENDS = /[.?!。？！।؟;；](?=\s|$|[^\p{ASCII}])/gu;
const COMMAS = /[,，、،]/g;

/** How hard a query is, by its length, its form and what it asks for. Linear in its length. */
export function complexityOf(query: string): ComplexityVerdict {
  const text = readQueryText(query);
  return complexityOfText(text, domainOfText(text));
}

/** `complexityOf` for a query that was read before. */
export function complexityOfText(query: QueryText, domain: DomainVerdict): ComplexityVerdict {
  const weighed = [
    ...lengths(query),
    ...parts(query),
    ...demands(query.instruction),
    ...subject(query, domain),
  ];
  const levels = weighed.reduce((sum, one) => sum + one.levels, BASE);
  return { ...levelAt(levels), signals: weighed.map(({ signal }) => signal) };
}

function lengths({ instruction, material }: QueryText): readonly Weighed[] {
  const [asked, given] = [sizeOf(instruction), sizeOf(material)];
  const long = Math.min(MOST_FOR_LONG, Math.max(0, asked - LONG_INSTRUCTION) * PER_WORD_OF_LONG);
  return [
    { signal: `${asked.toFixed(0)} words`, levels: PER_LOG_WORD * Math.log1p(asked) + long },
    ...when(given > 0, 'brings a text along', PER_LOG_WORD_OF_MATERIAL * Math.log1p(given)),
  ];
}

function parts({ text, structure }: QueryText): readonly Weighed[] {
  const sentences = Math.min(5, (text.match(SENTENCE_ENDS)?.length ?? 0) - 1);
  const commas = Math.min(6, text.match(COMMAS)?.length ?? 0);
  const numbers = Math.min(6, structure.numbers);
  return [
    ...when(sentences > 0, 'has several sentences', 0.05 * sentences),
    ...when(commas > 0, 'lists or qualifies', 0.1 * commas),
    ...when(numbers > 1, 'contains several numbers', 0.06 * numbers),
    ...when(structure.hasCode || structure.hasStackTrace, 'contains code', 0.15),
  ];
}

function demands(instruction: string): readonly Weighed[] {
  const cues = cuesIn(instruction);
  return [
    ...when(cues.has('proof'), 'asks for a proof or a derivation', 1.3),
    ...when(cues.has('design'), 'asks for a design', 0.35),
    ...when(cues.has('analysis'), 'asks for an analysis', 0.4),
    ...when(cues.has('explanation'), 'asks for an explanation or a comparison', 0.12),
    ...when(cues.has('constraint'), 'states constraints', 0.08),
    ...when(cues.has('thoroughness'), 'asks for thoroughness', 0.35),
    ...when(cues.has('smallTalk'), 'is a greeting or thanks', -0.3),
  ];
}

const MOST_TERMS = 5;

function subject({ instruction }: QueryText, { domain, signals }: DomainVerdict): readonly Weighed[] {
  if (domain === 'general')
    return when(!cuesIn(instruction).has('explanation'), 'is about everyday things', -0.3);
  const terms = Math.min(MOST_TERMS, signals.length);
  return [
    { signal: `has terms of ${domain}`, levels: 0.15 * terms },
    ...when(domain === 'translation', 'asks for a translation', -0.7),
    ...when(domain === 'summary', 'asks for a summary', -0.35),
  ];
}

function when(holds: boolean, signal: string, levels: number): readonly Weighed[] {
  return holds ? [{ signal, levels }] : [];
}

function levelAt(levels: number): Omit<ComplexityVerdict, 'signals'> {
  const score = Math.min(1, Math.max(0, (levels + 0.5) / complexities.length));
  const position = score * complexities.length;
  const index = Math.min(complexities.length - 1, Math.floor(position));
  const fromMiddle = Math.abs(position - index - 0.5);
  return { complexity: complexities[index] ?? 'EXPERT', score, confidence: 1 - Math.min(1, 2 * fromMiddle) };
}
