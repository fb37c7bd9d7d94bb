import {
  NodeConnectionTypes,
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
} from 'n8n-workflow';
import { redisConnectionTest } from '../shared/redis/redisConnectionTest';
import { properties } from './description';
import { profileItems } from './profileItems';

/** Keeps who the users are and what holds for them. */
export class UserProfile implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'User Profile',
    name: 'userProfile',
    icon: { light: 'file:userProfile.svg', dark: 'file:userProfile.dark.svg' },
    group: ['transform'],
    version: 1,
    subtitle:
      '={{ { changeTier: "Change Tier", upsert: "Create or Update", delete: "Delete", export: "Export", get: "Get", getAll: "Get Many", import: "Import" }[$parameter.operation] }}',
    description: 'Keep the tier, limits and preferences of your users',
    defaults: { name: 'User Profile' },
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
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
    return await profileItems(this);
  }
}
