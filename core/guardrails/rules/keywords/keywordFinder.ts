import type { Finding } from '../../spans/finding';
import { KeywordTree } from './keywordTree';
import { looseTextOf, type LooseText } from './looseText';
import { readKeywords } from './readKeywords';
import { standsAlone } from './wholeWord';

/** A place where a keyword stands. */
export interface KeywordFinding extends Finding<'keyword'> {
  /** As it was given. */
  readonly keyword: string;
}

interface Match {
  readonly keyword: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Finds where the keywords stand in a text as whole words, whatever their case, accents, invisible characters and line
 * breaks. Of keywords that overlap, the one that begins first is given, the longest of those.
 *
 * @param given a list, or a text with commas between them
 * @throws {InvalidParameterError}
 */
export function keywordFinder(given: unknown): (text: string) => readonly KeywordFinding[] {
  const keywords = readKeywords(given);
  const loose = keywords.map((keyword) => looseTextOf(keyword).text.trim());
  const tree = new KeywordTree(loose);
  return (original) => {
    const text = looseTextOf(original);
    return leftmost(matchesIn(text, tree, loose)).map(({ keyword, start, end }) => {
      const [from, to] = text.originalSpan(start, end);
      return { type: 'keyword', keyword: keywords[keyword] ?? '', start: from, end: to, confidence: 1 };
    });
  };
}

function* matchesIn({ text }: LooseText, tree: KeywordTree, keywords: readonly string[]): Generator<Match> {
  for (const { keyword, end } of tree.endsIn(text)) {
    const start = end - (keywords[keyword]?.length ?? 0);
    if (standsAlone(text, start, end)) yield { keyword, start, end };
  }
}

function leftmost(matches: Iterable<Match>): readonly Match[] {
  const kept: Match[] = [];
  let end = 0;
  for (const match of [...matches].sort((one, other) => one.start - other.start || other.end - one.end)) {
    if (match.start < end) continue;
    kept.push(match);
    end = match.end;
  }
  return kept;
}
