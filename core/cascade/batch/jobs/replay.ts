import { asError } from '../../../errors/asError';
import { reasonOf } from '../../../time/abort';
import type { Clock } from '../../../time/clock';
import { sumOf } from '../../engine/bill';
import { linkedAbort } from '../../engine/linkedAbort';
import type { Admission } from '../../tenant/admission';
import type { RunCost } from '../../tenant/booking';
import type { TenantResult } from '../../tenant/tenantRun';
import type { CascadeRun } from '../cascadeRun';
import type { JobModels } from './jobModels';
import { OPEN_TRAFFIC } from './openTraffic';
import { ReplayedModels, type Missing } from './replayedModels';
import type { ReplyTable } from './replyTable';

/** What the replies cost that a run has used. */
export interface Spent extends RunCost {
  readonly isAny: boolean;
}

/** How a run went whose models answered from the table of replies. */
export type Replayed = {
  readonly index: number;
  readonly spent: Spent;
  /** Of the models whose replies were used. */
  readonly models: ReadonlySet<string>;
} & (
  | { readonly outcome: 'done'; readonly result: TenantResult }
  | { readonly outcome: 'failed'; readonly error: Error }
  | { readonly outcome: 'missing'; readonly missing: Missing }
);

export interface ReplayParts {
  readonly table: ReplyTable;
  readonly models: JobModels;
  /** Keeps the limits of the query's user. */
  readonly admit: (index: number, admission: Admission) => Promise<void>;
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Runs a query with models that answer from the table of replies. A run that asks for anything else is ended, once it
 * has asked for all that it asks for at the same time.
 *
 * @throws the reason of the signal when it aborts
 */
export async function replay(run: CascadeRun, index: number, parts: ReplayParts): Promise<Replayed> {
  const { table, models, admit, clock, signal } = parts;
  signal?.throwIfAborted();
  const stop = linkedAbort(signal);
  const atNextTurn = () => {
    // A macrotask later, whatever was begun together with the request has made its own.
    clock.sleep(0, signal).then(
      () => {
        stop.abort(notYet());
      },
      () => undefined,
    );
  };
  const replayed = new ReplayedModels(index, {
    table,
    models,
    onMissing: atNextTurn,
    ended: stop.signal,
  });
  const running = Promise.resolve().then(() =>
    run({
      signal: stop.signal,
      traffic: OPEN_TRAFFIC,
      isReplayed: true,
      models: (given) => given.map((model) => replayed.replayed(model)),
      admission: async (admission) => {
        await admit(index, admission);
        return undefined;
      },
    }),
  );
  const ended = await unlessAborted(running, signal).finally(() => {
    stop.release();
  });
  const { costsUsd, models: used } = replayed.used;
  const spent = spentOn(costsUsd);
  const { missing } = replayed;
  if (ended.outcome === 'failed' && missing)
    return { outcome: 'missing', index, spent, models: used, missing };
  return { ...ended, index, spent, models: used };
}

function spentOn(costsUsd: readonly (number | null)[]): Spent {
  const known = costsUsd.map((costUsd) => costUsd ?? 0);
  return { costUsd: sumOf(costsUsd), knownCostUsd: sumOf(known) ?? 0, isAny: costsUsd.length > 0 };
}

type Ended =
  | { readonly outcome: 'done'; readonly result: TenantResult }
  | { readonly outcome: 'failed'; readonly error: Error };

/** A run that does not end when it is told to is left behind. */
async function unlessAborted(
  running: Promise<TenantResult>,
  signal: AbortSignal | undefined,
): Promise<Ended> {
  return await new Promise<Ended>((resolve, reject) => {
    const abort = () => {
      reject(reasonOf(signal));
    };
    signal?.addEventListener('abort', abort, { once: true });
    const end = (ended: Ended) => {
      signal?.removeEventListener('abort', abort);
      if (signal?.aborted) abort();
      else resolve(ended);
    };
    running.then(
      (result) => {
        end({ outcome: 'done', result });
      },
      (error: unknown) => {
        end({ outcome: 'failed', error: asError(error) });
      },
    );
  });
}

function notYet(): Error {
  return new Error('Ended, because no job has replied yet');
}
