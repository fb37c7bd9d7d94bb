import { moderationCheck } from '../../guardrails/manager/checks/moderationCheck';
import { finderOf, isRedactable, type RedactableRule } from '../../guardrails/manager/finderOf';
import type { GuardrailRule } from '../../guardrails/manager/guardrailPolicy';
import { PiiDetector } from '../../guardrails/pii/piiDetector';
import type { HiddenValues } from '../../guardrails/redaction/restore';
import { SecretDetector } from '../../guardrails/secrets/secretDetector';
import { StreamGuard } from '../../guardrails/stream/streamGuard';
import type { SentenceJudge, StreamDetector } from '../../guardrails/stream/streamOptions';
import type { Violation } from '../../guardrails/guardrailViolation';
import type { RunGuards } from './runGuards';
import { StreamRestorer } from './streamRestorer';
import type { TextStage } from './textPipe';

/**
 * What an answer goes through while it is written: labels for what it must not show, then the rules that stop it, then
 * the user's own values. A rule that judges a whole text, or asks an engine, has to wait for the end of the answer.
 *
 * @throws {InvalidParameterError}
 */
export function answerStages(
  { output, redactOutput = [] }: RunGuards,
  values: HiddenValues | undefined,
): readonly TextStage[] {
  const stopping = output?.rules ?? [];
  return [
    ...(redactOutput.length > 0 ? [new StreamGuard({ detectors: redactOutput.map(detectorOf) })] : []),
    ...(stopping.length > 0 ? [stoppingGuard(stopping)] : []),
    ...(values ? [new StreamRestorer(values)] : []),
  ];
}

function stoppingGuard(rules: readonly GuardrailRule[]): StreamGuard {
  const detectors = rules.filter(isRedactable).map(detectorOf);
  const judges = rules.flatMap(sentenceJudges);
  return new StreamGuard({
    detectors,
    onFinding: 'stop',
    ...(judges.length > 0
      ? { moderate: (sentence, before) => judges.flatMap((judge) => judge(sentence, before)) }
      : {}),
  });
}

/** The built-in moderation: it takes no time, so that a sentence need not wait for its verdict. */
function sentenceJudges(rule: GuardrailRule): SentenceJudge<readonly Violation[]>[] {
  if (rule.guardrail !== 'moderation' || rule.builtIn === false) return [];
  const { inside } = moderationCheck({ ...rule, engines: [] });
  return inside ? [(sentence) => inside(sentence).violations] : [];
}

/** With the detectors' own knowledge of what may still go on: others hold back 768 characters. */
function detectorOf(rule: RedactableRule): StreamDetector {
  const { guardrail } = rule;
  if (guardrail === 'pii') return { guardrail, finder: new PiiDetector(rule) };
  if (guardrail === 'secrets') return { guardrail, finder: new SecretDetector(rule) };
  return { guardrail, finder: finderOf([rule]) };
}
