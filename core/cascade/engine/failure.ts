import type { CascadeError } from '../../errors/cascadeError';
import { AllModelsFailedError } from './allModelsFailedError';
import { BrokenOffError } from './brokenOffError';
import { BudgetExceededError } from './budgetExceededError';
import { attemptReports } from './buildReport';
import type { Course } from './course';
import type { JudgedTurn } from './judgedTurn';
import { whyNot } from './reason';
import type { TurnAccount } from './report';

/** The error for a query without an answer. It tells what was tried, and what that cost. */
export function failureOf(course: Course, turns: readonly JudgedTurn[]): CascadeError {
  const account = accountOf(course, turns);
  const last = turns.at(-1);
  if (last?.verdict === 'broken_off') return new BrokenOffError(last.model.name, last.error, account);
  const faults = turns.map(faultOf);
  const { capUsd } = course.budget;
  if (capUsd !== null && turns.some((turn) => turn.verdict === 'withheld' && turn.limit === 'cost')) {
    return new BudgetExceededError(capUsd, faults, account);
  }
  const failures = turns.flatMap((turn) => (turn.verdict === 'failed' ? [turn.error] : []));
  return new AllModelsFailedError(faults, account, failures.at(-1));
}

function accountOf(course: Course, turns: readonly JudgedTurn[]): TurnAccount {
  return {
    attempts: attemptReports(course, turns, undefined),
    costUsd: course.ledger.costUsd(),
    trace: course.trace.steps(),
  };
}

/** Each fault begins with the name of its model. */
function faultOf(turn: JudgedTurn): string {
  const { name } = turn.model;
  if (turn.verdict === 'failed') return `${name}: ${turn.error.message}`;
  return turn.verdict === 'rejected' ? `${name}: its draft was rejected, ${whyNot(turn)}` : whyNot(turn);
}
