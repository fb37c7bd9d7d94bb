import {
  NodeConnectionTypes,
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
} from 'n8n-workflow';
import { CREDENTIAL } from '../shared/apiModels/llmApi';
import { answerItems } from './answerItems';
import { properties } from './description';
import { inputsExpression } from './modelInputs';

/** Answers each query with the cheapest model that is good enough. */
export class CascadeAgent implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Cascade Agent',
    name: 'cascadeAgent',
    icon: { light: 'file:cascadeAgent.svg', dark: 'file:cascadeAgent.dark.svg' },
    group: ['transform'],
    version: 1,
    subtitle:
      '={{ { balanced: "Balanced", costSaver: "Cost Saver", qualityFirst: "Quality First" }[$parameter.preset] }}',
    description: 'Answer with the cheapest model that is good enough: draft, check, escalate',
    defaults: { name: 'Cascade Agent' },
    inputs: inputsExpression,
    outputs: [NodeConnectionTypes.Main],
    // As a tool the node would lose its model inputs, and with them all it can do.
    usableAsTool: undefined,
    credentials: [{ name: CREDENTIAL, required: true, displayOptions: { show: { modelSource: ['api'] } } }],
    properties,
  };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return [await answerItems(this)];
  }
}
