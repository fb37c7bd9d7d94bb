import type { INodeProperties } from 'n8n-workflow';
import { modelFields } from '../shared/cascade/modelFields';
import { presetField } from '../shared/cascade/presetField';
import { settingsFields } from '../shared/cascade/settingsFields';

/** The words that n8n's own chat models have, with their link into the editor's node panel. */
const connectionHint: INodeProperties = {
  displayName:
    "This node must be connected to an AI agent or chain. <a data-action='openSelectiveNodeCreator' data-action-parameter-creatorview='AI'>Insert one</a>",
  name: 'notice',
  type: 'notice',
  default: '',
};

const options: INodeProperties = {
  displayName: 'Options',
  name: 'options',
  type: 'collection',
  placeholder: 'Add Option',
  default: {},
  description: 'Settings that most workflows leave to the preset',
  options: [...settingsFields],
};

export const properties: INodeProperties[] = [connectionHint, ...modelFields, presetField, options];
