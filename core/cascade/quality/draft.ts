import type { FinishReason } from '../../models/chatModel';
import { contentWords } from '../text/words';
import { domainOf } from '../query/domain';
import type { Domain } from '../query/domains';

/** A draft under assessment, together with the query it answers. */
export interface Draft {
  readonly query: string;
  readonly text: string;
  readonly finishReason: FinishReason;
  /** Natural logarithm of each token's probability; missing when the model gives none. */
  readonly logprobs?: readonly number[];
  readonly domain: Domain;
  readonly queryWords: ReadonlySet<string>;
  readonly words: readonly string[];
}

export interface DraftInput {
  query: string;
  text: string;
  finishReason?: FinishReason | undefined;
  logprobs?: readonly number[] | undefined;
  /** The query's, when it is known already. */
  domain?: Domain;
}

/** Reads query and draft once, so that no signal has to split them again. */
export function readDraft({
  query,
  text,
  finishReason = 'unknown',
  logprobs,
  domain = domainOf(query).domain,
}: DraftInput): Draft {
  return {
    query,
    text,
    finishReason,
    ...(logprobs ? { logprobs } : {}),
    domain,
    queryWords: new Set(contentWords(query)),
    words: contentWords(text),
  };
}
