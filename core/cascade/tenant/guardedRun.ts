import { Guardrails } from '../../guardrails/manager/guardrails';
import type { Turns } from '../agent/turns';
import { GuardedTurns } from './guardedTurns';
import { RunBlockedError } from './runBlockedError';
import type { RunGuards } from './runGuards';
import { NOTHING_SPENT } from './spending';

export interface GuardedQuestion {
  readonly guards: RunGuards;
  /** The text of the query. */
  readonly query: string;
  /** Who answers. */
  readonly turns: Turns;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Answers a query under guardrails, e.g. `guardedRun({ guards, query, turns }, (turns) => runAgent({ turns, query }))`:
 *
 * - A query that violates `input` is not answered.
 * - What `redact` finds in the query, the history, and the results of tools no model sees. Tools are called with the
 *   real values, and the answer has them.
 * - What `redactOutput` finds in the answer becomes a label, and an answer that violates `output` is not given out.
 * - The text that goes to `onText` is guarded while it is written: what may be redacted is redacted, what is stopped
 *   by its words stops there, moderation is the built-in one, sentence by sentence. Rules that judge a whole text, or
 *   ask an engine, can only stop the run at the end of such an answer.
 *
 * Images are neither checked nor redacted.
 *
 * @param run is to ask the turns that it is given, and nobody else
 * @throws {RunBlockedError} for a query or an answer that violates its policy
 * @throws {OutputUncheckedError} when an engine fails on the answer, so that nobody can say whether it is safe
 * @throws as {@link Guardrails} does for the query
 * @throws what `run` throws
 */
export async function guardedRun<Result>(
  { guards, query, turns, signal }: GuardedQuestion,
  run: (turns: Turns) => Promise<Result>,
): Promise<Result> {
  const guarded = new GuardedTurns(turns, guards);
  if (guards.input) await admit(query, new Guardrails(guards.input), signal);
  return await run(guarded).catch((error: unknown) => {
    throw guarded.blocked ?? error;
  });
}

async function admit(query: string, guardrails: Guardrails, signal: AbortSignal | undefined): Promise<void> {
  const { isSafe, violations } = await guardrails.check(query, { signal });
  if (!isSafe) throw new RunBlockedError('input', violations, NOTHING_SPENT);
}
