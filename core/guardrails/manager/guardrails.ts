import type { GuardrailEngineError } from '../external/engineError';
import { readOnEngineFailure } from '../external/onEngineFailure';
import { isViolated, runChecks, type CheckRun, type RunRules } from './runChecks';
import type { Check } from './check';
import { checkOf } from './checkOf';
import type { GuardrailPolicy } from './guardrailPolicy';
import type { CheckReport, EngineFailure, GuardrailsCheck } from './guardrailsCheck';
import { readFind, readRules } from './readPolicy';
import { readTextToCheck } from './readTextToCheck';

export interface CheckOptions {
  /** Aborts the check: it ends at once with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/** A policy, ready to check texts. */
export class Guardrails {
  readonly #checks: readonly Check[];
  readonly #rules: RunRules;

  /** @throws {InvalidParameterError} */
  constructor(policy: GuardrailPolicy) {
    this.#checks = readRules(policy.rules).map(checkOf);
    this.#rules = {
      stopAtFirst: readFind(policy.find ?? 'all') === 'first',
      onEngineFailure: readOnEngineFailure(policy.onEngineFailure),
    };
  }

  /**
   * Checks within this process come first, and engines outside are asked only where the verdict depends on them.
   *
   * @throws {InvalidParameterError} when it is not a text, or longer than 16 million characters
   * @throws {PatternError} when a pattern of one's own fails
   * @throws {GuardrailEngineError} when an engine fails, so that nobody can say whether the text is safe
   * @throws the reason of `signal` when the caller aborts
   */
  async check(text: string, { signal }: CheckOptions = {}): Promise<GuardrailsCheck> {
    return summaryOf(await runChecks(this.#checks, readTextToCheck(text), { ...this.#rules, signal }));
  }
}

/**
 * Checks one text, e.g. `checkText(text, { rules: [{ guardrail: 'pii' }, { guardrail: 'secrets' }] })`. For many texts
 * under one policy make {@link Guardrails} once.
 *
 * @throws as {@link Guardrails} does
 */
export async function checkText(
  text: string,
  policy: GuardrailPolicy,
  options: CheckOptions = {},
): Promise<GuardrailsCheck> {
  return await new Guardrails(policy).check(text, options);
}

function summaryOf(runs: readonly CheckRun[]): GuardrailsCheck {
  const violations = runs.flatMap(({ result }) => result.violations);
  return {
    isSafe: violations.length === 0,
    violations,
    contentModeration: runs.find(({ result }) => result.moderation)?.result.moderation,
    piiDetected: runs.flatMap(({ result }) => result.pii ?? []),
    checks: runs.map(reportOf),
  };
}

function reportOf(run: CheckRun): CheckReport {
  const { check, result } = run;
  const failures = result.failures ?? [];
  return {
    guardrail: check.guardrail,
    name: check.name,
    outcome: outcomeOf(run),
    ...(result.score === undefined ? {} : { score: result.score }),
    ...(failures.length > 0 ? { engineFailures: failures.map(failureOf) } : {}),
  };
}

function failureOf({ engine, fault, message }: GuardrailEngineError): EngineFailure {
  return { engine, fault, message };
}

function outcomeOf(run: CheckRun): CheckReport['outcome'] {
  if (isViolated(run)) return 'violated';
  return run.state === 'finished' ? 'passed' : 'not_run';
}
