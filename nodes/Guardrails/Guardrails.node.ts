import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { redisConnectionTest } from '../shared/redis/redisConnectionTest';
import { properties } from './description';
import { guardItems } from './guardItems';
import { inputsExpression } from './inputs';
import { outputsExpression } from './outputs';

/** Keeps abuse, personal data and secrets out of what users write and models answer. */
export class Guardrails implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Guardrails',
    name: 'guardrails',
    icon: { light: 'file:guardrails.svg', dark: 'file:guardrails.dark.svg' },
    group: ['transform'],
    version: 1,
    subtitle:
      '={{ { check: "Check Text for Violations", redact: "Redact Text", restore: "Restore Text" }[$parameter.operation] }}',
    description: 'Check, redact and restore text: moderation, personal data, secrets, prompt injection',
    defaults: { name: 'Guardrails' },
    inputs: inputsExpression,
    outputs: outputsExpression,
    // What an agent may forget to call guards nothing.
    usableAsTool: undefined,
    credentials: [
      {
        name: 'cascadeLlmApi',
        required: true,
        displayOptions: { show: { operation: ['check'], 'options.moderateWith': ['moderationApi'] } },
      },
      {
        name: 'cascadeRedisApi',
        required: true,
        displayOptions: { show: { storage: ['redis'] } },
        testedBy: 'redisConnectionTest',
      },
    ],
    properties,
  };

  methods = { credentialTest: { redisConnectionTest } };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return await guardItems(this);
  }
}
