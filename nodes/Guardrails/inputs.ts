import { NodeConnectionTypes, type INodeInputConfiguration } from 'n8n-workflow';

const model: INodeInputConfiguration = {
  displayName: 'Chat Model',
  type: NodeConnectionTypes.AiLanguageModel,
  required: true,
  maxConnections: 1,
};

/** A profile may have moderation on; guardrails that are defined in the panel have it, or have it not. */
const asksModel = [
  '($parameter.options?.moderateWith?.includes?.("chatModel") && ($parameter.checksFrom !== "define" || $parameter.guardrails?.moderation))',
  '($parameter.checksFrom === "define" && [$parameter.guardrails?.topicalAlignment, $parameter.guardrails?.custom?.guardrail?.length, $parameter.guardrails?.jailbreak?.value?.askModel].some(Boolean))',
].join(' || ');

/** A chat model can be connected where one is asked: the editor evaluates this on every change. */
export const inputsExpression =
  `={{ $parameter.operation === "check" && (${asksModel}) ? ${JSON.stringify([NodeConnectionTypes.Main, model])} : ["main"] }}` as const;
