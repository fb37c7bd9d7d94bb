import { textOf } from '../../models/chatModel';
import type { AgentOptions } from '../agent/agentOptions';
import type { AgentResult } from '../agent/agentResult';
import { userMessage } from '../agent/images';
import { runAgent } from '../agent/runAgent';
import type { Turns } from '../agent/turns';
import { cached } from '../cache/cached';
import type { CacheKeyParts } from '../cache/cacheKey';
import type { ResponseCache } from '../cache/responseCache';
import { withAdmission, type Admission } from './admission';
import type { Booking } from './booking';
import { guardedRun } from './guardedRun';
import type { RunGuards } from './runGuards';

/** What holds for one run of a tenant: nothing, when all is left out. */
export interface TenantRules {
  /** What query and answer are checked for, and what the models do not get to see. */
  readonly guards?: RunGuards | undefined;
  /** The limits of the user: counted before, settled with the real cost afterwards. */
  readonly admission?: Admission | undefined;
  /** Where the answer may come from. A query with a history, or with tools, is always answered anew. */
  readonly cache?: ResponseCache | undefined;
}

export interface TenantRun extends AgentOptions, TenantRules {
  /** What an answer depends on besides the conversation. */
  readonly decisive: Pick<CacheKeyParts, 'models' | 'settings' | 'others'>;
}

export interface TenantResult extends AgentResult {
  /** What was booked for the user; missing without `admission`. */
  readonly booking?: Booking;
}

/**
 * Runs a query under the rules of a tenant: admitted first, then checked, then answered from the cache or by the models.
 *
 * @throws as `withAdmission`, `guardedRun` and `runAgent` do
 */
export async function runForTenant({ admission, ...run }: TenantRun): Promise<TenantResult> {
  if (!admission) return await guarded(run);
  const { result, booking } = await withAdmission(admission, (note) =>
    guarded({
      ...run,
      onAttempt: (attempt) => {
        note(attempt);
        run.onAttempt?.(attempt);
      },
    }),
  );
  return { ...result, booking };
}

async function guarded({ guards, ...run }: TenantRun): Promise<AgentResult> {
  const { query, turns, signal } = run;
  if (!guards) return await remembered(run, turns);
  const { decisive } = run;
  // What was given out under other guardrails may not be given out under these.
  const itsOwn = { ...run, decisive: { ...decisive, others: [decisive.others, guards] } };
  return await guardedRun({ guards, query: textOf(query), turns, signal }, (safe) =>
    remembered(itsOwn, safe),
  );
}

async function remembered({ cache, decisive, ...run }: TenantRun, turns: Turns): Promise<AgentResult> {
  const answer = () => runAgent({ ...run, turns });
  const { query, images, history = [], tools = [], parser, onText, signal } = run;
  if (!cache || history.length > 0 || tools.length > 0) return await answer();
  const messages = [userMessage(query, images)];
  return await cached(cache, { ...decisive, messages, parser: parser?.instructions, onText, signal }, answer);
}
