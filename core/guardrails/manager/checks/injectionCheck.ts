import { InvalidParameterError } from '../../../errors/invalidParameterError';
import { readFlag, readWords } from '../../external/readOptions';
import type { Violation } from '../../guardrailViolation';
import { InjectionDetector, type InjectionResult } from '../../injection/injectionDetector';
import type { InjectionOptions } from '../../injection/injectionOptions';
import type { Judge } from '../../judge/judge';
import { INJECTION_TASK } from '../../judge/tasks';
import type { Check, CheckResult } from '../check';
import { LONGEST_PROMPT } from '../limits';
import { judgedBy } from './judgeCheck';

/** Attempts to take control of a model, or to talk it out of its rules. */
export interface InjectionRule extends InjectionOptions {
  readonly guardrail: 'injection';
  /** Whether the built-in detector is asked; true when left out. */
  readonly builtIn?: boolean;
  /** A chat model that is asked as well. */
  readonly judge?: Judge | undefined;
  /** 0 to 1: how sure the judge has to be; 0.7 when left out. */
  readonly judgeThreshold?: number | undefined;
  /** What the judge is to look for, in place of our own words. */
  readonly judgePrompt?: string | undefined;
}

const CATEGORY = 'prompt_injection';

/** @throws {InvalidParameterError} */
export function injectionCheck({ guardrail, builtIn = true, ...rule }: InjectionRule): Check {
  const asksBuiltIn = readFlag('builtIn', builtIn);
  if (!asksBuiltIn && !rule.judge)
    throw new InvalidParameterError('judge', undefined, 'there, or builtIn true');
  return {
    guardrail,
    name: guardrail,
    ...(asksBuiltIn ? { inside: detected(rule) } : {}),
    ...(rule.judge ? { outside: judged(rule.judge, rule) } : {}),
  };
}

function detected({ threshold, strict }: InjectionOptions): (text: string) => CheckResult {
  const detector = new InjectionDetector({ threshold, strict });
  return (text) => resultOf(detector.check(text));
}

function judged(judge: Judge, { judgeThreshold, judgePrompt }: Omit<InjectionRule, 'guardrail'>) {
  return judgedBy(judge, {
    guardrail: 'injection',
    category: CATEGORY,
    message: 'The text looks like a prompt injection to the judge',
    task: readWords('judgePrompt', judgePrompt ?? INJECTION_TASK, LONGEST_PROMPT),
    threshold: judgeThreshold,
  });
}

function resultOf({ isSafe, score, reasons }: InjectionResult): CheckResult {
  const violation: Violation = {
    guardrail: 'injection',
    category: CATEGORY,
    message: `The text looks like a prompt injection: ${reasons.join('; ')}`,
    score,
    engine: 'built-in',
  };
  return { score, violations: isSafe ? [] : [violation] };
}
