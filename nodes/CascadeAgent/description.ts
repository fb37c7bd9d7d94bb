import type { INodeProperties } from 'n8n-workflow';
import { modelFields } from '../shared/cascade/modelFields';
import { userPresetField } from '../shared/cascade/presetField';
import { guardrailFields } from '../shared/queries/guardrailFields';
import { optionsField } from './fields/options';
import { outputParserFields } from '../shared/queries/outputParserFields';
import { promptFields, toolPromptFields } from './fields/prompt';
import { ofUser, userFields } from '../shared/queries/userFields';
import { storeFields } from '../shared/tenants/storeFields';

const common: readonly INodeProperties[] = [
  ...modelFields,
  userPresetField,
  ...outputParserFields,
  ...userFields,
  // n8n cannot show a field by what the options hold, which may ask for learning or a cache.
  ...storeFields('profiles, usage, what was learned and cached answers', {}, ofUser),
  ...guardrailFields,
  optionsField,
];

export const properties: INodeProperties[] = [...promptFields, ...common];
export const toolProperties: INodeProperties[] = [...toolPromptFields, ...common];
