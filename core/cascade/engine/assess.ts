import type { ChatReply } from '../../models/chatModel';
import type { Answered } from './callModel';
import type { CascadeStep } from './cascadeModel';
import type { Course } from './course';
import { furtherSamples } from './evidence/furtherSamples';
import { judgeDraft } from './evidence/judgeDraft';
import { faultIn } from './faultIn';
import type { Assessment, JudgedDraft } from './judgedTurn';
import { scoreOf, type Evidence, type Scored } from './scoreOf';

/** A confidence this near to the threshold could as well be on its other side. */
const DOUBT = 0.15;

/** Decides whether a draft may be the answer. */
export async function assess(course: Course, step: CascadeStep, answered: Answered): Promise<JudgedDraft> {
  const { reply, bill, attempt } = answered;
  const assessment = await assessmentOf(course, step, reply);
  const { confidence, fault } = assessment;
  const isGood = !fault && (confidence === null || confidence >= course.threshold);
  const verdict = isGood ? 'accepted' : 'rejected';
  course.trace.add('draft', `${verdict}: ${inWords(assessment, course)}`, step.model.name);
  return { ...step, verdict, reply, bill, attempt, assessment };
}

/** Calls of tools are in order or not; a text has a quality, too. */
async function assessmentOf(course: Course, step: CascadeStep, reply: ChatReply): Promise<Assessment> {
  const fault = await faultIn(course, reply);
  if (reply.toolCalls.length > 0) {
    return { confidence: fault === undefined ? null : 0, untaught: null, findings: [], fault };
  }
  const scored = await scoreOf(course, step, reply);
  return { ...(fault === undefined ? await beyondDoubt(course, step, reply, scored) : scored), fault };
}

/** Gathers more evidence, the cheaper kind first, while it could change the verdict. */
async function beyondDoubt(
  course: Course,
  step: CascadeStep,
  reply: ChatReply,
  first: Scored,
): Promise<Scored> {
  const { samples: count, judge } = course.settings;
  let scored = first;
  let evidence: Evidence = {};
  if (count > 0 && isDoubtful(scored, course)) {
    evidence = { samples: await furtherSamples(course, step, count) };
    scored = await scoreOf(course, step, reply, evidence);
  }
  if (judge === 'when_doubtful' && isDoubtful(scored, course)) {
    evidence = { ...evidence, judged: await judgeDraft(course, reply.text) };
    scored = await scoreOf(course, step, reply, evidence);
  }
  return scored;
}

/** Nothing changes the verdict where every draft is accepted, or none. */
function isDoubtful({ confidence }: Scored, { threshold }: Course): boolean {
  return threshold > 0 && threshold < 1 && Math.abs(confidence - threshold) <= DOUBT;
}

function inWords({ confidence, findings, fault }: Assessment, { threshold }: Course): string {
  if (fault !== undefined) return fault;
  if (confidence === null) return 'calls tools, which are in order';
  const reasons = findings.map(({ reason }) => reason);
  const held = `confidence ${confidence.toFixed(2)}, threshold ${threshold.toFixed(2)}`;
  return [held, ...reasons].join('; ');
}
