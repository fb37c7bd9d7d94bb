import type { INodeProperties } from 'n8n-workflow';
import { modelFields } from '../shared/cascade/modelFields';
import { presetField, presetOfProfile } from '../shared/cascade/presetField';
import { guardrailFields } from '../shared/queries/guardrailFields';
import { optionsField } from './fields/options';
import { outputParserFields } from '../shared/queries/outputParserFields';
import { promptFields, toolPromptFields } from './fields/prompt';
import { userFields } from '../shared/queries/userFields';

const preset: INodeProperties = {
  ...presetField,
  options: [...(presetField.options ?? []), presetOfProfile],
};

const common: readonly INodeProperties[] = [
  ...modelFields,
  preset,
  ...outputParserFields,
  ...userFields,
  ...guardrailFields,
  optionsField,
];

export const properties: INodeProperties[] = [...promptFields, ...common];
export const toolProperties: INodeProperties[] = [...toolPromptFields, ...common];
