import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { redisConnectionTest } from '../shared/redis/redisConnectionTest';
import { properties } from './description';
import { batchInputs } from './inputs';
import { operate } from './operate';
import { outputsExpression } from './outputs';

/** Answers many queries, each with the cheapest model that is good enough. */
export class BatchCascade implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Batch Cascade',
    name: 'batchCascade',
    icon: { light: 'file:batchCascade.svg', dark: 'file:batchCascade.dark.svg' },
    group: ['transform'],
    version: 1,
    subtitle:
      '={{ $parameter.operation === "run" ? ({ auto: "Auto", sequential: "Sequential", parallel: "Parallel", adaptive: "Adaptive", provider_batch: "Provider Batch API" }[$parameter.strategy] ?? $parameter.strategy) : { submit: "Submit Job", getJob: "Get Job", getResults: "Get Results", cancel: "Cancel Job" }[$parameter.operation] }}',
    description: 'Answer thousands of queries, close to what the provider allows, and lose none',
    defaults: { name: 'Batch Cascade' },
    inputs: batchInputs,
    outputs: outputsExpression,
    // An agent asks one thing at a time.
    usableAsTool: undefined,
    credentials: [
      { name: 'cascadeLlmApi', required: true, displayOptions: { show: { modelSource: ['api'] } } },
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
    return await operate(this);
  }
}
