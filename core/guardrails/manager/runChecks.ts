import { engineErrorOf, type GuardrailEngineError } from '../external/engineError';
import { inParallel } from '../external/inParallel';
import type { OnEngineFailure } from '../external/onEngineFailure';
import type { Violation } from '../guardrailViolation';
import { NOTHING_FOUND, type Check, type CheckResult } from './check';

export interface RunRules {
  /** Ends at the first violation instead of looking for all of them. */
  readonly stopAtFirst: boolean;
  readonly onEngineFailure: OnEngineFailure;
  readonly signal?: AbortSignal | undefined;
}

/** What became of a check. `unfinished` has what was found before it was given up, or in spite of a failed engine. */
export interface CheckRun {
  readonly check: Check;
  readonly state: 'finished' | 'unfinished';
  readonly result: CheckResult;
}

/** Calls of engines at the same time, when all of them are wanted. */
const ENGINES_AT_ONCE = 4;

/**
 * Runs the checks within this process, then those that ask engines outside, unless a violation makes that needless.
 *
 * @throws {GuardrailEngineError} when an engine fails, so that nobody can say whether the text is safe, and it is not
 *   to be refused then
 * @throws the reason of `signal` when the caller aborts
 */
export async function runChecks(
  checks: readonly Check[],
  text: string,
  rules: RunRules,
): Promise<CheckRun[]> {
  const inside = runInside(checks, text, rules);
  const runs = isDecided(inside, rules) ? inside : await runOutside(inside, text, rules);
  const [failure] = runs.flatMap(({ state, result }) =>
    state === 'unfinished' ? (result.failures ?? []) : [],
  );
  if (failure && !runs.some(isViolated)) throw failure;
  return runs;
}

export function isViolated({ result }: CheckRun): boolean {
  return result.violations.length > 0;
}

function isDecided(runs: readonly CheckRun[], { stopAtFirst }: RunRules): boolean {
  return stopAtFirst && runs.some(isViolated);
}

function runInside(checks: readonly Check[], text: string, rules: RunRules): CheckRun[] {
  const runs: CheckRun[] = [];
  for (const check of checks) {
    rules.signal?.throwIfAborted();
    const result = isDecided(runs, rules) ? undefined : check.inside?.(text);
    const state = result && !check.outside ? 'finished' : 'unfinished';
    runs.push({ check, state, result: result ?? NOTHING_FOUND });
  }
  return runs;
}

/** In the order of the rules, one after the other if the first violation ends it: a call of an engine costs money. */
async function runOutside(runs: readonly CheckRun[], text: string, rules: RunRules): Promise<CheckRun[]> {
  const { stopAtFirst, signal } = rules;
  const ended: CheckRun[] = [];
  return await inParallel(runs, { atOnce: stopAtFirst ? 1 : ENGINES_AT_ONCE, signal }, async (run, stop) => {
    const next = isDecided(ended, rules) ? run : await askOutside(run, text, rules, stop);
    ended.push(next);
    return next;
  });
}

async function askOutside(
  run: CheckRun,
  text: string,
  { onEngineFailure, signal }: RunRules,
  stop: AbortSignal,
): Promise<CheckRun> {
  const { check, result: found } = run;
  if (!check.outside) return run;
  const result = await check.outside(text, found, stop).catch((thrown: unknown): CheckResult => {
    signal?.throwIfAborted();
    return { ...found, failures: [engineErrorOf(check.name, thrown, text)] };
  });
  return judged(check, result, onEngineFailure);
}

function judged(check: Check, result: CheckResult, onEngineFailure: OnEngineFailure): CheckRun {
  const { failures = [], violations } = result;
  if (failures.length === 0) return { check, state: 'finished', result };
  if (onEngineFailure === 'refuse') {
    const refused = {
      ...result,
      violations: [...violations, ...failures.map((failure) => notJudged(check, failure))],
    };
    return { check, state: 'finished', result: refused };
  }
  const isDecided = onEngineFailure === 'built-in' && check.inside !== undefined;
  return { check, state: isDecided ? 'finished' : 'unfinished', result };
}

function notJudged({ guardrail }: Check, { engine }: GuardrailEngineError): Violation {
  return {
    guardrail,
    category: 'not_judged',
    message: `The engine "${engine}" could not judge the text, so it counts as unsafe`,
    engine,
  };
}
