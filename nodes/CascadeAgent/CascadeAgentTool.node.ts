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
import { toolProperties } from './description';
import { toolInputs } from './inputs';

/** A Cascade Agent that another agent asks: n8n makes a tool of a node whose one output is that of tools. */
export class CascadeAgentTool implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Cascade Agent Tool',
    name: 'cascadeAgentTool',
    icon: { light: 'file:cascadeAgent.svg', dark: 'file:cascadeAgent.dark.svg' },
    group: ['transform'],
    version: 1,
    subtitle: presetSubtitle,
    description: 'Let an agent hand questions to a cascade of cheaper models',
    defaults: { name: 'Cascade Agent Tool' },
    inputs: toolInputs,
    outputs: [NodeConnectionTypes.AiTool],
    // It is a tool already.
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
    properties: toolProperties,
  };

  methods = { credentialTest: { redisConnectionTest } };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return [await answerItems(this)];
  }
}
