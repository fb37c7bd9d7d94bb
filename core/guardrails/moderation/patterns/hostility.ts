import type { Sentence, Token } from './sentence';

/** Ill will beside the name of a group, and the part of the sentence it was seen in. */
interface Hostility {
  /** 0 to 1 */
  readonly strength: number;
  readonly start: number;
  readonly end: number;
}

/** How far from the name of a group ill will is taken for ill will against it, in words. */
const REACH = 7;
/** In a sentence of at most so many words one hostile word is said of the group, hardly of something else. */
const SHORT = 14;
const STRONGEST = 0.8;
const GROUPS = new Set(['#group', '#member', '#slur', '#kind']);
/** What happened to people is not said against them: `were attacked`, `got killed`. */
const SUFFERED = new Set(['was', 'were', 'been', 'gets', 'got', 'get']);

/**
 * How much ill will stands beside the name of a group in a sentence, whatever its grammar. It sees less than patterns
 * do and is surprised less by a new wording. Undefined when there is none, or something friendly is said as well.
 */
export function hostilityIn(sentence: Sentence): Hostility | undefined {
  const groups = placesOf(sentence, (token) => token.names.some((name) => GROUPS.has(name)));
  if (groups.length === 0 || sentence.some(({ names }) => names.includes('#friendly'))) return undefined;
  const hostile = placesOf(sentence, ({ names }, at) => {
    return (
      names.includes('#hostile') &&
      !isSuffered(sentence, at) &&
      groups.some((group) => Math.abs(group - at) <= REACH)
    );
  });
  if (hostile.length === 0) return undefined;
  const different = new Set(hostile.map((at) => sentence[at]?.word)).size;
  const strength = (sentence.length <= SHORT ? 0.4 : 0.2) + 0.15 * different;
  const places = [...groups, ...hostile];
  return {
    strength: Math.min(STRONGEST, strength),
    start: Math.min(...places),
    end: Math.max(...places) + 1,
  };
}

function placesOf(sentence: Sentence, isWanted: (token: Token, at: number) => boolean): number[] {
  const places: number[] = [];
  for (const [at, token] of sentence.entries()) if (isWanted(token, at)) places.push(at);
  return places;
}

function isSuffered(sentence: Sentence, at: number): boolean {
  const names = sentence[at]?.names ?? [];
  const isDone = names.includes('#killed') || names.includes('#hurted');
  return isDone && SUFFERED.has(sentence[at - 1]?.word ?? '');
}
