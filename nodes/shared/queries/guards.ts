import type { IExecuteFunctions } from 'n8n-workflow';
import {
  guardsOf,
  piiOptions,
  type GuardrailPolicy,
  type GuardrailRule,
  type RedactableRule,
  type RunGuards,
} from '../../../core';
import { readChoice } from '../choice';
import { asRecord } from '../shape';
import type { User } from './user';

const hidden = ['pii', 'secrets'] as const;
const refusable = ['injection', 'moderation', 'pii', 'secrets'] as const;

/**
 * The guardrails of an item: those of the panel, and those that the profile of the user asks for.
 *
 * @returns undefined without any
 * @throws {InvalidParameterError}
 */
export function readGuards(
  context: IExecuteFunctions,
  itemIndex: number,
  user: User | undefined,
): RunGuards | undefined {
  const given = asRecord(context.getNodeParameter('guardrails', itemIndex, {}));
  const strict = given['strict'] === true;
  const own: RunGuards = {
    input: policy(readNames('Refuse Queries With', given['refuseQueries'], refusable), strict),
    output: policy(readNames('Refuse Answers With', given['refuseAnswers'], refusable), strict),
    redact: readNames('Hide From Models', given['hideFromModels'], hidden).map((name) =>
      redactable(name, strict),
    ),
    redactOutput: readNames('Redact in Answer', given['redactAnswer'], hidden).map((name) =>
      redactable(name, strict),
    ),
  };
  const all = user?.applies.has('guardrails') ? both(own, guardsOf(user.profile)) : own;
  return isEmpty(all) ? undefined : all;
}

function readNames<Name extends string>(label: string, given: unknown, names: readonly Name[]): Name[] {
  if (given === undefined) return [];
  const chosen: unknown[] = Array.isArray(given) ? given : [given];
  return chosen.map((one) => readChoice(label, one, names));
}

function policy(names: readonly (typeof refusable)[number][], strict: boolean): GuardrailPolicy {
  return { rules: names.map((name) => ruleFor(name, strict)) };
}

function ruleFor(name: (typeof refusable)[number], strict: boolean): GuardrailRule {
  switch (name) {
    case 'injection':
      return { guardrail: 'injection' };
    case 'moderation':
      return { guardrail: 'moderation', strict };
    default:
      return redactable(name, strict);
  }
}

function redactable(name: (typeof hidden)[number], strict: boolean): RedactableRule {
  if (name === 'secrets') return { guardrail: 'secrets' };
  return { guardrail: 'pii', ...piiOptions(strict) };
}

function both(own: RunGuards, profiles: RunGuards): RunGuards {
  return {
    input: { rules: [...rulesOf(own.input), ...rulesOf(profiles.input)] },
    output: { rules: [...rulesOf(own.output), ...rulesOf(profiles.output)] },
    redact: [...(own.redact ?? []), ...(profiles.redact ?? [])],
    redactOutput: [...(own.redactOutput ?? []), ...(profiles.redactOutput ?? [])],
  };
}

function rulesOf(policy: GuardrailPolicy | undefined): readonly GuardrailRule[] {
  return policy?.rules ?? [];
}

function isEmpty({ input, output, redact = [], redactOutput = [] }: RunGuards): boolean {
  return rulesOf(input).length + rulesOf(output).length + redact.length + redactOutput.length === 0;
}
