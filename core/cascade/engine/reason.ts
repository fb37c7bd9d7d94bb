import type { QueryRoute } from '../routing/routeQuery';
import type { JudgedDraft, JudgedTurn, Verification } from './judge';

/** Why `answer` became the answer, in words that a builder can act on. */
export function reasonFor(
  answer: Verification | JudgedDraft,
  turns: readonly JudgedTurn[],
  route: QueryRoute,
): string {
  const before = turns.filter((turn) => turn !== answer);
  const steps = before.map(whyNot).join('; ');
  if (answer.verdict === 'rejected')
    return `best draft, below the threshold, because no stronger model answered: ${steps}`;
  if (steps !== '') return `escalated: ${steps}`;
  if (route.direct) return `direct: a draft of a ${route.complexity} query would not be good enough`;
  const [doubt] = answer.verdict === 'accepted' ? answer.score.findings : [];
  return doubt ? `accepted, although ${doubt.reason}` : 'accepted: no fault found';
}

function whyNot(turn: JudgedTurn): string {
  switch (turn.verdict) {
    case 'failed':
      return `${turn.model.name} failed: ${turn.error.message}`;
    case 'rejected':
      return turn.score.findings[0]?.reason ?? 'the query is too hard for a draft';
    default:
      return `${turn.model.name} answered`;
  }
}
