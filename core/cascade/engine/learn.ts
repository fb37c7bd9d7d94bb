import type { ChatReply } from '../../models/chatModel';
import { callWithOptions } from './askModel';
import { circuitOf, identityOf } from './cascadeModel';
import type { Course } from './course';
import { expectedOutputTokens } from './expectedOutput';
import type { FinalTurn, JudgedDraft, JudgedTurn } from './judgedTurn';
import { learnt } from './learnt';

/**
 * Takes in what a turn teaches about its drafts, now that its answer is given. Learning that fails is left out.
 *
 * @throws the reason of the course's signal when it aborts
 */
export async function learnFrom(
  course: Course,
  turns: readonly JudgedTurn[],
  answer: FinalTurn,
): Promise<void> {
  if (!course.learning || answer.verdict === 'rejected' || !isWhole(answer.reply)) return;
  const rejected = turns.filter((turn) => turn.verdict === 'rejected');
  for (const draft of rejected) await compare(course, draft, answer.reply);
  if (answer.verdict !== 'accepted' || !isAudited(course)) return;
  const audit = await auditOf(course);
  if (audit && isWhole(audit)) await compare(course, answer, audit);
}

/** A text to its end. */
function isWhole({ toolCalls, finishReason }: ChatReply): boolean {
  return toolCalls.length === 0 && finishReason !== 'length' && finishReason !== 'content_filter';
}

/** What was rejected for another reason than its quality teaches nothing about quality. */
async function compare(course: Course, draft: JudgedDraft, answer: ChatReply): Promise<void> {
  const { learning, query, route, trace } = course;
  const { untaught, fault } = draft.assessment;
  if (!learning || untaught === null || fault !== undefined) return;
  const { name } = draft.model;
  await learnt(course, async () => {
    await learning.observe({
      model: identityOf(draft.model),
      domain: route.domain,
      confidence: untaught,
      draft: draft.reply.text,
      answer: answer.text,
      query,
    });
    trace.add('learn', 'its draft was compared with the final answer', name);
  });
}

function isAudited({ settings, random, breakers, verifier, clock }: Course): boolean {
  const { auditShare } = settings;
  return (
    auditShare > 0 && random() < auditShare && !breakers.isResting(circuitOf(verifier.model), clock.now())
  );
}

/** What the verifier would have answered; undefined when it fails. */
async function auditOf(course: Course): Promise<ChatReply | undefined> {
  const { verifier, prompt, trace } = course;
  const { model } = verifier;
  const outputTokens = expectedOutputTokens(course);
  trace.add('learn', 'the accepted draft is audited', model.name);
  const outcome = await callWithOptions(course, { model, role: 'audit', prompt, outputTokens });
  return outcome.outcome === 'answered' ? outcome.reply : undefined;
}
