import { once } from '../../once';
import { commandIn, requestIn } from './context';
import type { Evidence } from '../evidence';
import { STRENGTHS, type Idea } from '../idea';
import { emotionalTrick } from '../ideas/emotionalTrick';
import { instructionOverride } from '../ideas/instructionOverride';
import { noRefusal } from '../ideas/noRefusal';
import { promptExtraction } from '../ideas/promptExtraction';
import { roleTakeover } from '../ideas/roleTakeover';
import { ruleReplacement } from '../ideas/ruleReplacement';
import { safetyBypass } from '../ideas/safetyBypass';
import { toolHijack } from '../ideas/toolHijack';
import { PhraseBook, type Match } from './phraseBook';
import type { Token } from './tokens';
import { isQuotedAsExample } from './quotation';
import { WORD_SETS } from '../vocabulary/wordSets';

interface Entry {
  readonly idea: Idea;
  readonly strength: number;
}

const IDEAS: readonly Idea[] = [
  instructionOverride,
  promptExtraction,
  roleTakeover,
  safetyBypass,
  noRefusal,
  ruleReplacement,
  emotionalTrick,
  toolHijack,
];

/** What is left of an attack that is quoted by somebody who writes about attacks. */
const QUOTED = 0.3;

const bookOfAttacks = once(() => new PhraseBook<Entry>(entries(), WORD_SETS));

function* entries(): Generator<readonly [string, Entry]> {
  for (const idea of IDEAS) {
    for (const kind of ['clear', 'likely', 'hints'] as const) {
      for (const phrase of idea[kind]) yield [phrase, { idea, strength: STRENGTHS[kind] }];
    }
  }
}

/** Whether an attack counts in full that is quoted by somebody who writes about attacks. */
export type Quotations = 'excused' | 'counted';

/** Adds the attacks that a plain text speaks out. */
export function addPhrases(evidence: Evidence, plain: string, quotations: Quotations): void {
  const book = bookOfAttacks();
  const tokens = book.tokensOf(plain);
  for (const match of book.matches(tokens)) {
    const { idea, strength } = match.entry;
    const place = tokens[match.first]?.start ?? 0;
    const left = strength * leftOf(tokens, match);
    if (!evidence.wouldCount(idea.reason, left, place)) continue;
    const quoted =
      quotations === 'excused' && isQuotedAsExample(plain, place, tokens[match.last]?.end ?? place);
    evidence.add(idea.reason, quoted ? left * QUOTED : left, place);
  }
}

function leftOf(tokens: readonly Token[], { entry, first, last }: Match<Entry>): number {
  switch (entry.idea.form) {
    case 'command':
      return commandIn(tokens, first, last);
    case 'request':
      return requestIn(tokens, first, last);
    case 'description':
      return 1;
  }
}
