import type { INodeProperties } from 'n8n-workflow';
import { FEWEST_MODELS, MOST_MODELS } from '../../../core';

export const modelSourceField: INodeProperties = {
  displayName: 'Model Source',
  name: 'modelSource',
  type: 'options',
  noDataExpression: true,
  options: [
    {
      name: 'Connected Chat Models',
      value: 'connected',
      description: 'Chat model nodes that are connected below this node',
    },
    {
      name: 'API',
      value: 'api',
      description: 'Models by name from an OpenAI-compatible API or Anthropic',
    },
  ],
  default: 'connected',
  description: 'Where the models of the cascade come from',
};

export const numberOfModelsField: INodeProperties = {
  displayName: 'Number of Models',
  name: 'numberOfModels',
  type: 'number',
  default: FEWEST_MODELS,
  noDataExpression: true,
  typeOptions: { minValue: FEWEST_MODELS, maxValue: MOST_MODELS, numberPrecision: 0 },
  displayOptions: { show: { modelSource: ['connected'] } },
  description:
    'How many chat models to connect below the node, from the cheapest (left) to the strongest (right). Each but the last one drafts, and the last one answers what no draft was good enough for.',
};

export const modelCredentialField: INodeProperties = {
  // Where the panel shows the credential of the node: below the choice that asks for it.
  displayName: 'Credentials',
  name: 'credentials',
  type: 'credentials',
  default: '',
  displayOptions: { show: { modelSource: ['api'] } },
  description: 'The provider that is asked for these models',
};

export const modelNamesField: INodeProperties = {
  displayName: 'Models',
  name: 'models',
  type: 'string',
  required: true,
  typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Model', sortable: true },
  // A text as the default breaks the Add button of the editor (n8n 2.40).
  default: [],
  placeholder: 'e.g. gpt-4o-mini',
  displayOptions: { show: { modelSource: ['api'] } },
  description:
    'Names of two to five models, as the provider calls them, from the cheapest to the strongest. Each but the last one drafts, and the last one answers what no draft was good enough for.',
};

/** Where the models of the cascade come from, and which they are. */
export const modelFields: readonly INodeProperties[] = [
  modelSourceField,
  numberOfModelsField,
  modelCredentialField,
  modelNamesField,
];
