import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { costSensitivities, latencyPreferences, qualityPreferences } from '../../core';
import { limitChangeFields } from '../shared/tenants/limitFields';

const displayOptions = { show: { operation: ['upsert'] } };

const choices = (values: readonly string[]): INodePropertyOptions[] =>
  values.map((value) => ({ name: value.slice(0, 1).toUpperCase() + value.slice(1), value }));

const preferences: INodeProperties[] = [
  {
    displayName: 'Cost Sensitivity',
    name: 'costSensitivity',
    type: 'options',
    options: choices(costSensitivities),
    default: 'balanced',
    description: 'How much a low price matters',
  },
  {
    displayName: 'Domain Models',
    name: 'domainModels',
    type: 'fixedCollection',
    typeOptions: { multipleValues: true },
    default: {},
    placeholder: 'Add Domain',
    description: 'Models for certain domains. These replace all that were there.',
    options: [
      {
        displayName: 'Domain',
        name: 'domains',
        values: [
          {
            displayName: 'Domain',
            name: 'domain',
            type: 'string',
            default: '',
            placeholder: 'e.g. code',
            description: 'Name of the domain',
          },
          {
            displayName: 'Models',
            name: 'models',
            type: 'string',
            default: '',
            placeholder: 'e.g. gpt-4o, claude-sonnet-4-5',
            description: 'Names of models with commas between them, or a list of them, the favourite first',
          },
        ],
      },
    ],
  },
  {
    displayName: 'Latency',
    name: 'latency',
    type: 'options',
    options: choices(latencyPreferences),
    default: 'balanced',
    description: 'How soon an answer has to come',
  },
  {
    displayName: 'Preferred Domains',
    name: 'preferredDomains',
    type: 'string',
    default: '',
    placeholder: 'e.g. code, legal',
    description: 'Domains with commas between them, or a list of them. Empty for none.',
  },
  {
    displayName: 'Preferred Models',
    name: 'preferredModels',
    type: 'string',
    default: '',
    placeholder: 'e.g. gpt-4o-mini, gpt-4o',
    description:
      'Names of models with commas between them, or a list of them, the favourite first. Empty for none.',
  },
  {
    displayName: 'Quality',
    name: 'quality',
    type: 'options',
    options: choices(qualityPreferences),
    default: 'balanced',
    description: 'How good an answer has to be',
  },
];

const guardrails: INodeProperties[] = [
  {
    displayName: 'Content Moderation',
    name: 'enableContentModeration',
    type: 'boolean',
    default: true,
    description: 'Whether to check content for what is harmful',
  },
  {
    displayName: 'PII Detection',
    name: 'enablePiiDetection',
    type: 'boolean',
    default: true,
    description: 'Whether to look for personal data',
  },
  {
    displayName: 'Strict',
    name: 'strictGuardrails',
    type: 'boolean',
    default: true,
    description: 'Whether to refuse what is only doubtful, too',
  },
];

/** Texts under names that users choose. */
const entries = (values: INodeProperties): Pick<INodeProperties, 'type' | 'typeOptions' | 'options'> => ({
  type: 'fixedCollection',
  typeOptions: { multipleValues: true },
  options: [
    {
      displayName: 'Entry',
      name: 'entries',
      values: [
        {
          displayName: 'Name',
          name: 'name',
          type: 'string',
          default: '',
          placeholder: 'e.g. team',
          description: 'Name of the entry, up to 100 characters',
        },
        values,
      ],
    },
  ],
});

const telemetry: INodeProperties[] = [
  {
    displayName: 'Labels',
    name: 'telemetryLabels',
    default: {},
    placeholder: 'Add Label',
    description: 'What usage may be aggregated by. These replace all that were there.',
    ...entries({
      displayName: 'Value',
      name: 'value',
      type: 'string',
      default: '',
      placeholder: 'e.g. support',
      description: 'Text of the label',
    }),
  },
  {
    displayName: 'Opt In',
    name: 'telemetryOptIn',
    type: 'boolean',
    default: true,
    description: 'Whether the user agreed to have usage aggregated by the labels',
  },
];

/** What can be chosen for a user. What is left out stays as it is. */
export const changeFields: INodeProperties[] = [
  {
    displayName: 'Limits',
    name: 'limits',
    type: 'collection',
    placeholder: 'Add Limit',
    default: {},
    displayOptions,
    description: "Limits of the user's own. The others are those of the tier.",
    options: limitChangeFields,
  },
  {
    displayName: 'Preferences',
    name: 'preferences',
    type: 'collection',
    placeholder: 'Add Preference',
    default: {},
    displayOptions,
    description: 'How requests of the user are to be answered. What is not added stays as it is.',
    options: preferences,
  },
  {
    displayName: 'Guardrails',
    name: 'guardrails',
    type: 'collection',
    placeholder: 'Add Guardrail',
    default: {},
    displayOptions,
    description: 'What requests of the user are checked for. What is not added stays as it is.',
    options: guardrails,
  },
  {
    displayName: 'Telemetry',
    name: 'telemetry',
    type: 'collection',
    placeholder: 'Add Setting',
    default: {},
    displayOptions,
    description: "What may be done with the user's figures. What is not added stays as it is.",
    options: telemetry,
  },
  {
    displayName: 'Metadata',
    name: 'metadata',
    default: {},
    placeholder: 'Add Entry',
    displayOptions,
    description: 'What your application wants to remember of the user. These replace all that were there.',
    ...entries({
      displayName: 'Value',
      name: 'value',
      type: 'string',
      default: '',
      placeholder: 'e.g. Berlin',
      description: 'A text, or a number, true, false or null from an expression',
    }),
  },
];
