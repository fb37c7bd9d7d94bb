import type { ChatReply } from '../../models/chatModel';
import { readDraft } from '../quality/draft';
import { scoreDraft } from '../quality/score';
import { identityOf, type CascadeStep } from './cascadeModel';
import type { Course } from './course';
import type { Assessment } from './judgedTurn';
import { learnt } from './learnt';

/** What other models say to a draft. */
export interface Evidence {
  /** Texts of further drafts to the same query. */
  readonly samples?: readonly string[];
  /** 0..1: how likely a judge holds the draft to be good enough; missing when it did not say. */
  readonly judged?: number | undefined;
}

/** The quality of a text. */
export type Scored = Pick<Assessment, 'findings'> & {
  readonly confidence: number;
  readonly untaught: number;
};

/** How likely a draft is good enough, by its text, the evidence, and what became of earlier drafts. */
export async function scoreOf(
  course: Course,
  { model }: CascadeStep,
  { text, finishReason, logprobs }: ChatReply,
  evidence: Evidence = {},
): Promise<Scored> {
  const { query, route, learning } = course;
  const { domain } = route;
  const draft = readDraft({ query, text, finishReason, logprobs, domain, ...evidence });
  const { confidence: untaught, findings } = scoreDraft(draft);
  if (!learning) return { confidence: untaught, untaught, findings };
  const drafted = { model: identityOf(model), domain };
  const confidence = await learnt(course, () => learning.adjust(untaught, drafted));
  return { confidence: confidence ?? untaught, untaught, findings };
}
