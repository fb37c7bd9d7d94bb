import {
  NodeConnectionTypes,
  type INodeType,
  type INodeTypeDescription,
  type ISupplyDataFunctions,
  type SupplyData,
} from 'n8n-workflow';
import { CREDENTIAL } from '../shared/apiModels/llmApi';
import { subNodeInputsExpression } from '../shared/cascade/modelInputs';
import { presetSubtitle } from '../shared/cascade/presetField';
import { properties } from './description';
import { supplyCascade } from './supplyCascade';

/** A cascade that n8n's own agents, chains and classifiers use like any chat model. */
export class CascadeChatModel implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Cascade Chat Model',
    name: 'cascadeChatModel',
    icon: { light: 'file:cascadeChatModel.svg', dark: 'file:cascadeChatModel.dark.svg' },
    group: ['transform'],
    version: 1,
    subtitle: presetSubtitle,
    description: 'A chat model that drafts with a cheap model, checks the draft and escalates when needed',
    defaults: { name: 'Cascade Chat Model' },
    inputs: subNodeInputsExpression,
    outputs: [NodeConnectionTypes.AiLanguageModel],
    outputNames: ['Model'],
    // It is a model for agents, not a tool of theirs.
    usableAsTool: undefined,
    credentials: [{ name: CREDENTIAL, required: true, displayOptions: { show: { modelSource: ['api'] } } }],
    properties,
  };

  supplyData(this: ISupplyDataFunctions, itemIndex: number): Promise<SupplyData> {
    return supplyCascade(this, itemIndex);
  }
}
