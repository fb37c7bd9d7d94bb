import { costAt } from './bill';
import type { Course } from './course';
import type { FinalTurn, JudgedTurn } from './judgedTurn';
import { madeAttempt, type Attempt } from './ledger';
import { reasonFor } from './reason';
import type { AttemptReport, CascadeReport } from './report';
import { toTenths } from '../../time/toTenths';
import { round } from './round';
import { savingsOf } from './savings';

/** Tells how a query went. */
export function buildReport(course: Course, turns: readonly JudgedTurn[], answer: FinalTurn): CascadeReport {
  const { route, threshold, direct, watch, beganMs, ledger } = course;
  return {
    modelUsed: answer.model.name,
    escalated: !direct && turns.slice(1).some(wasAsked),
    direct: direct !== undefined,
    confidence: reportedConfidence(course, turns),
    threshold,
    complexity: route.complexity,
    domain: route.domain,
    reason: reasonFor(answer, turns, course),
    ...savingsOf(ledger.costUsd(), baselineCost(course, answer)),
    latencyMs: toTenths(watch.elapsedMs - beganMs),
    attempts: attemptReports(course, turns, answer),
  };
}

/** All calls of the turn, with what became of their answers. */
export function attemptReports(
  { ledger }: Course,
  turns: readonly JudgedTurn[],
  answer: FinalTurn | undefined,
): AttemptReport[] {
  const confidences = new Map<Attempt, number | null>();
  for (const turn of turns)
    if ('assessment' in turn) confidences.set(turn.attempt, turn.assessment.confidence);
  return ledger.attempts().map((attempt) => {
    const { model, role, ...made } = madeAttempt(attempt);
    const accepted = attempt === answer?.attempt;
    // In the order in which they are read: n8n shows them so.
    return { model, role, accepted, confidence: rounded(confidences.get(attempt) ?? null), ...made };
  });
}

function wasAsked({ verdict }: JudgedTurn): boolean {
  return verdict !== 'skipped' && verdict !== 'withheld';
}

/** What the verifier alone would have cost, asked for this one answer. */
function baselineCost({ verifier: { model } }: Course, { bill }: FinalTurn): number | null {
  return costAt({ ...model, price: model.listPrice ?? model.price }, bill.usage);
}

function reportedConfidence({ expected, direct }: Course, turns: readonly JudgedTurn[]): number | null {
  const draft = turns.findLast((turn) => 'assessment' in turn);
  if (draft && 'assessment' in draft) return rounded(draft.assessment.confidence);
  return direct ? rounded(expected) : null;
}

function rounded(confidence: number | null): number | null {
  return confidence === null ? null : round(confidence, 4);
}
