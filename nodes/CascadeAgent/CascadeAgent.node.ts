import {
  NodeConnectionTypes,
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
} from 'n8n-workflow';
import { presetSubtitle } from '../shared/cascade/presetField';
import { redisConnectionTest } from '../shared/redis/redisConnectionTest';
import { answerItems } from './answerItems';
import { properties } from './description';
import { agentInputs } from './inputs';

/** Answers each query with the cheapest model that is good enough. */
export class CascadeAgent implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Cascade Agent',
    name: 'cascadeAgent',
    icon: { light: 'file:cascadeAgent.svg', dark: 'file:cascadeAgent.dark.svg' },
    group: ['transform'],
    version: 1,
    subtitle: presetSubtitle,
    description: 'Answer with the cheapest model that is good enough: draft, check, escalate',
    defaults: { name: 'Cascade Agent' },
    inputs: agentInputs,
    outputs: [NodeConnectionTypes.Main],
    // As a tool the node would lose its model inputs: Cascade Agent Tool keeps them.
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
    return [await answerItems(this)];
  }
}
