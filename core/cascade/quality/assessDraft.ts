import { z } from 'zod/v3';
import { readParameter } from '../../errors/invalidParameterError';
import { saying } from '../../errors/saying';
import type { FinishReason } from '../../models/chatModel';
import type { PresetName } from '../presets';
import { readDraftText, readQuery, readSettings } from '../settings';
import { readDraft } from './draft';
import { scoreDraft } from './score';
import type { Effect } from './signal';

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
  /** What the same model answered when it was asked again. */
  samples?: readonly string[];
  /** 0..1: how good a judge model finds the draft. */
  judged?: number;
}

export interface Assessment {
  /** 0..1: how likely the draft is good enough. */
  readonly confidence: number;
  /** 0..1 */
  readonly threshold: number;
  readonly accept: boolean;
  /** What speaks against the draft, the gravest first; empty when nothing does. */
  readonly reasons: readonly string[];
  /** Everything that moved the confidence, the strongest first. */
  readonly signals: readonly Effect[];
}

const texts = z.array(z.string(), saying('a list of texts')).optional();
const aShare = 'a number from 0 to 1';
const share = z.number(saying(aShare)).min(0, aShare).max(1, aShare).optional();

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
  const samples = readParameter('samples', input.samples, texts);
  const judged = readParameter('judged', input.judged, share);
  const { confidence, findings, signals } = scoreDraft(
    readDraft({ query, text, finishReason, logprobs, samples, judged }),
  );
  return {
    confidence,
    threshold,
    accept: confidence >= threshold,
    reasons: findings.map(({ reason }) => reason),
    signals,
  };
}
