import type { IDataObject } from 'n8n-workflow';
import { RateLimiter, StoreUnavailableError, systemClock, type UserProfile } from '../../core';
import { countAnyway, look, reserve, type Request, type Verdict } from './decide';
import { readDollars } from './dollars';
import type { Operation } from './operations';
import type { Options } from './options';
import { checkReport, unjudgedReport } from './report';
import { readSubject } from './subject';
import type { ItemTask } from './task';

/** What a check says of an item. */
export interface Checked {
  readonly report: IDataObject;
  readonly allowed: boolean;
}

const UNAVAILABLE = Symbol('unavailable');

/**
 * Reads all that a check needs, so that only the decision is left.
 *
 * @throws {InvalidParameterError}
 */
export async function prepareCheck(task: ItemTask, operation: Operation): Promise<() => Promise<Checked>> {
  const { context, itemIndex, options, store, notes } = task;
  const estimatedCost = readDollars(
    'Estimated Cost (USD)',
    context.getNodeParameter('estimatedCost', itemIndex, 0),
  );
  const orUnavailable = bridgeFor(task);
  const subject = readSubject(context, itemIndex, () => store.profiles());
  const known = await orUnavailable(Promise.all([subject, store.open()]));
  if (known === UNAVAILABLE) return () => Promise.resolve(unjudged('storeUnavailable', options));
  const [profile, opened] = known;
  if (!profile) return () => Promise.resolve(unjudged('unknownUser', options));
  const limiter = new RateLimiter({ store: opened, leaseMs: options.leaseMs });
  const decide = decisionFor(operation, options);
  return async () => {
    const verdict = await orUnavailable(decide({ limiter, profile, estimatedCost }));
    if (verdict === UNAVAILABLE) return unjudged('storeUnavailable', options);
    if (verdict.reservationId !== undefined) notes.counted(profile, estimatedCost);
    return judged(verdict, profile, options);
  };
}

function decisionFor(operation: Operation, { mode }: Options): (request: Request) => Promise<Verdict> {
  if (operation === 'checkOnly') return look;
  return mode === 'observe' ? countAnyway : reserve;
}

function judged(verdict: Verdict, { tier }: UserProfile, options: Options): Checked {
  const report = checkReport(verdict, { tier, now: systemClock.now() }, options);
  return { report, allowed: verdict.decision.allowed || options.mode === 'observe' };
}

function unjudged(why: 'unknownUser' | 'storeUnavailable', options: Options): Checked {
  const letIn = why === 'storeUnavailable' && options.whenUnavailable === 'allow';
  const allowed = letIn || options.mode === 'observe';
  return { report: unjudgedReport({ allowed, letIn, why }, options), allowed };
}

/** A store that does not answer is no fault of the item, where the panel says what to do then. */
function bridgeFor({ notes, options: { whenUnavailable } }: ItemTask) {
  return <Result>(work: Promise<Result>): Promise<Result | typeof UNAVAILABLE> =>
    work.catch((error: unknown) => {
      if (whenUnavailable === 'fail' || !(error instanceof StoreUnavailableError)) throw error;
      notes.unavailable(error);
      return UNAVAILABLE;
    });
}
