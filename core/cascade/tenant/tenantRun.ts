import { finderOf } from '../../guardrails/manager/finderOf';
import { textOf, type ChatMessage } from '../../models/chatModel';
import type { AgentOptions, RunLimits } from '../agent/agentOptions';
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
  const itsOwn = {
    ...run,
    // What is kept from the models does not belong into a cache either.
    cache: hasHidden(query, guards) ? undefined : run.cache,
    // What was given out under other guardrails may not be given out under these.
    decisive: { ...decisive, others: [decisive.others, guards] },
  };
  return await guardedRun({ guards, query: textOf(query), turns, signal }, (safe) =>
    remembered(itsOwn, safe),
  );
}

function hasHidden(query: TenantRun['query'], { redact = [] }: RunGuards): boolean {
  return redact.length > 0 && finderOf(redact).find(textOf(query)).length > 0;
}

async function remembered({ cache, decisive, ...run }: TenantRun, turns: Turns): Promise<AgentResult> {
  const answer = (waitedMs = 0) => runAgent({ ...run, turns, limits: lessTime(run.limits, waitedMs) });
  const { query, images, history = [], tools = [], parser, onText, signal, systemMessage = '' } = run;
  if (!cache || history.length > 0 || tools.length > 0) return await answer();
  const messages: ChatMessage[] = [{ role: 'system', content: systemMessage }, userMessage(query, images)];
  const format = parser && { instructions: parser.instructions };
  return await cached(cache, { ...decisive, messages, parser: format, onText, signal }, answer);
}

const SHORTEST_TIME_MS = 1;

/** Who has waited for the same query of somebody else has that much less time. */
function lessTime(limits: RunLimits | undefined, waitedMs: number): RunLimits | undefined {
  if (limits?.totalTimeoutMs === undefined) return limits;
  return { ...limits, totalTimeoutMs: Math.max(SHORTEST_TIME_MS, limits.totalTimeoutMs - waitedMs) };
}
