import type { Course } from './course';

const ORDINARY_ANSWER = 400;

/** How many tokens the next answer will probably have: as many as the last one, once there is one. */
export function expectedOutputTokens({ ledger }: Course): number {
  const last = ledger.attempts().findLast(({ role, error }) => role === 'drafter' && !error);
  return last?.bill?.usage.outputTokens ?? ORDINARY_ANSWER;
}
