import type { Side } from '../comparison';
import { fencedBlocks } from './fences';
import { between, diceOf } from './similarity';

/** What two programs share that do different things: brackets, keywords, `i`. */
const SHARED_BY_ANY = 0.3;
/** What two programs share that do the same: names differ, and so does their order. */
const SHARED_BY_SAME = 0.85;

/** By the tokens of two programs and, because order is what makes a program, by their pairs. */
export const bySameCode: Side = ({ draft, answer }) => {
  const [given, wanted] = [tokensOf(draft), tokensOf(answer)];
  if (given.length === 0 || wanted.length === 0) return undefined;
  const similarity = (diceOf(given, wanted) + diceOf(pairsOf(given), pairsOf(wanted))) / 2;
  return between(similarity, SHARED_BY_ANY, SHARED_BY_SAME, 0.1, 0.95);
};

/** Of the code in fences, without comments. */
function tokensOf(text: string): readonly string[] {
  const code = fencedBlocks(text)
    .join('\n')
    .replace(/(?<![:"'\w])(?:\/\/|#(?![\w!]))[^\n]*/g, '');
  return code.match(/[\p{L}_$][\p{L}\p{N}_$]*|\d{1,20}|[^\s\p{L}\p{N}_$]/gu) ?? [];
}

function pairsOf(tokens: readonly string[]): readonly string[] {
  return tokens.slice(1).map((token, index) => `${tokens[index] ?? ''} ${token}`);
}
