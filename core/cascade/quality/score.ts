import type { Draft } from './draft';
import type { Finding, Signal } from './signal';
import { arithmetic } from './signals/arithmetic';
import { empty } from './signals/empty';
import { format } from './signals/format';
import { hedging } from './signals/hedging';
import { language } from './signals/language';
import { offTopic } from './signals/offTopic';
import { refusal } from './signals/refusal';
import { repetition } from './signals/repetition';
import { truncation } from './signals/truncation';
import { uncertainty } from './signals/uncertainty';

/**
 * Each signal with its weight: the log-odds that a finding of full strength takes from a draft.
 *
 * The weights are set by hand, not yet fitted to recorded drafts. Their order of size is the point: an empty draft, a
 * refusal or broken JSON can never pass any preset; a doubt or a missed subject can, when cost counts more.
 */
const signals: readonly { signal: Signal; weight: number }[] = [
  { signal: empty, weight: 12 },
  { signal: refusal, weight: 5 },
  { signal: format, weight: 5 },
  { signal: truncation, weight: 4 },
  { signal: arithmetic, weight: 3.5 },
  { signal: language, weight: 3 },
  { signal: repetition, weight: 3 },
  { signal: offTopic, weight: 2.5 },
  { signal: uncertainty, weight: 2.5 },
  { signal: hedging, weight: 2 },
];

const TRIVIAL_LOG_ODDS = 2.6;
const LOG_ODDS_PER_DIFFICULTY = 2.2;

/** 0..1: how likely a cheap model's draft is good enough when it shows no fault, by the query's difficulty (0..1). */
export function faultlessConfidence(difficulty: number): number {
  return logistic(baseLogOdds(difficulty));
}

export interface Score {
  /** 0..1 */
  readonly confidence: number;
  /** What lowered it, the gravest first. */
  readonly findings: readonly Finding[];
}

/** How likely a draft is good enough: what its difficulty leads to expect, less what the signals found. */
export function scoreDraft(draft: Draft, difficulty: number): Score {
  const found = signals
    .flatMap(({ signal, weight }) => {
      const finding = signal(draft);
      return finding ? [{ finding, cost: weight * finding.strength }] : [];
    })
    .sort((a, b) => b.cost - a.cost);
  const cost = found.reduce((sum, entry) => sum + entry.cost, 0);
  return {
    confidence: logistic(baseLogOdds(difficulty) - cost),
    findings: found.map(({ finding }) => finding),
  };
}

function baseLogOdds(difficulty: number): number {
  return TRIVIAL_LOG_ODDS - LOG_ODDS_PER_DIFFICULTY * difficulty;
}

function logistic(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
