import type { Course } from './course';
import type { Assessment, FinalTurn, JudgedTurn } from './judgedTurn';

/** Why `answer` became the answer, in words that a builder can act on. */
export function reasonFor(answer: FinalTurn, turns: readonly JudgedTurn[], { direct }: Course): string {
  const others = turns.filter((turn) => turn !== answer);
  const steps = others.map(whyNot).join('; ');
  if (answer.verdict === 'rejected')
    return `best draft, below the threshold, because no stronger model answered: ${steps}`;
  if (steps !== '') return `${standsIn(answer, others) ? 'fallback' : 'escalated'}: ${steps}`;
  if (answer.verdict === 'verified')
    return direct ? `direct: ${direct.because}` : 'the last model answered first';
  const [doubt] = answer.assessment.findings;
  return doubt ? `accepted, although ${doubt.reason}` : 'accepted: no fault found';
}

/** Whether it answers in place of the last model, which was asked before it. */
function standsIn({ role }: FinalTurn, others: readonly JudgedTurn[]): boolean {
  return role === 'drafter' && others.some((turn) => turn.role === 'verifier');
}

/** Why a turn did not bring the answer. */
export function whyNot(turn: JudgedTurn): string {
  const { name } = turn.model;
  switch (turn.verdict) {
    case 'failed':
    case 'broken_off':
      return `${name} failed: ${turn.error.message}`;
    case 'rejected':
      return turn.assessment.fault ?? turn.assessment.findings[0]?.reason ?? tooUnsure(turn.assessment);
    case 'skipped':
      return `${name} was not asked: ${turn.because}`;
    case 'withheld':
      return `${name} was not asked: ${WITHHELD[turn.limit]}`;
    default:
      return `${name} answered`;
  }
}

/** The draft shows no fault, but the query is one that drafts often fail at, or the threshold is high. */
function tooUnsure({ confidence }: Assessment): string {
  const percent = Math.round((confidence ?? 0) * 100);
  return `a confidence of ${String(percent)} % is not enough`;
}

const WITHHELD = { cost: 'the limit of cost has no room for it', time: 'the time is over' } as const;
