import type { FinishReason } from '../../models/chatModel';
import type { PresetName } from '../presets';
import { complexityOf } from '../query/complexity';
import { readDraftText, readQuery, readSettings } from '../settings';
import { readDraft } from './draft';
import { scoreDraft } from './score';

export interface AssessmentInput {
  query: string;
  draft: string;
  /** Id of the model that wrote the draft. */
  model?: string;
  preset?: PresetName;
  /** 0..1; the preset's own when left out. */
  threshold?: number;
  finishReason?: FinishReason;
  /** Natural logarithm of each token's probability. */
  logprobs?: readonly number[];
}

export interface Assessment {
  /** 0..1: how likely the draft is good enough. */
  readonly confidence: number;
  /** 0..1 */
  readonly threshold: number;
  readonly accept: boolean;
  /** What speaks against the draft, the gravest first; empty when nothing does. */
  readonly reasons: readonly string[];
}

/**
 * Decides whether a draft may be shown, from its text alone: no model is asked.
 *
 * @throws {InvalidParameterError}
 */
export function assessDraft(input: AssessmentInput): Assessment {
  const { threshold } = readSettings({ preset: input.preset, threshold: input.threshold });
  const query = readQuery(input.query);
  const text = readDraftText(input.draft);
  const { finishReason, logprobs } = input;
  const { confidence, findings } = scoreDraft(
    readDraft({ query, text, finishReason, logprobs }),
    complexityOf(query).difficulty,
  );
  return {
    confidence,
    threshold,
    accept: confidence >= threshold,
    reasons: findings.map(({ reason }) => reason),
  };
}
