import {
  NodeConnectionTypes,
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
} from 'n8n-workflow';
import { redisConnectionTest } from '../shared/redis/redisConnectionTest';
import { checkItems } from './checkItems';
import { properties } from './description';
import { outputsExpression } from './outputs';

/** Holds users to the limits of their tiers. */
export class RateLimitCheck implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Rate Limit Check',
    name: 'rateLimitCheck',
    icon: { light: 'file:rateLimitCheck.svg', dark: 'file:rateLimitCheck.dark.svg' },
    group: ['transform'],
    version: 1,
    subtitle:
      '={{ { checkAndCount: "Check and Count", checkOnly: "Check Only", getUsage: "Get Usage", recordCost: "Record Cost", release: "Release", resetUser: "Reset User" }[$parameter.operation] }}',
    description: 'Let a request in or refuse it, by what its user has used and may use',
    defaults: { name: 'Rate Limit Check' },
    inputs: [NodeConnectionTypes.Main],
    outputs: outputsExpression,
    usableAsTool: true,
    credentials: [
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
    return await checkItems(this);
  }
}
