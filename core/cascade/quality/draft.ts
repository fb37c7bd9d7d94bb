import type { FinishReason } from '../../models/chatModel';
import { domainOf } from '../query/domain';
import type { Domain } from '../query/domains';
import { contentWords } from '../text/words';
import { readCalculation, type Calculation } from './calculation/calculation';

/** A draft under assessment, together with the query it answers. */
export interface Draft {
  readonly query: string;
  readonly text: string;
  readonly finishReason: FinishReason;
  /** Natural logarithm of each token's probability; missing when the model gives none. */
  readonly logprobs?: readonly number[];
  /** What the same model answered when it was asked again; missing when it was not. */
  readonly samples?: readonly string[];
  /** 0..1: how good a judge model finds the draft; missing when none was asked. */
  readonly judged?: number;
  readonly domain: Domain;
  readonly queryWords: ReadonlySet<string>;
  readonly words: readonly string[];
  /** Missing when the query asks for no number that has to be worked out. */
  readonly calculation?: Calculation;
}

export interface DraftInput {
  query: string;
  text: string;
  finishReason?: FinishReason | undefined;
  logprobs?: readonly number[] | undefined;
  samples?: readonly string[] | undefined;
  judged?: number | undefined;
  /** The query's, when it is known already. */
  domain?: Domain;
}

/** Reads query and draft once, so that no signal has to split them again. */
export function readDraft({
  query,
  text,
  finishReason = 'unknown',
  logprobs,
  samples,
  judged,
  domain = domainOf(query).domain,
}: DraftInput): Draft {
  const calculation = readCalculation(query, text);
  return {
    query,
    text,
    finishReason,
    ...(logprobs ? { logprobs } : {}),
    ...(samples ? { samples } : {}),
    ...(judged === undefined ? {} : { judged }),
    domain,
    queryWords: new Set(contentWords(query)),
    words: contentWords(text),
    ...(calculation ? { calculation } : {}),
  };
}
