import type { INodeProperties } from 'n8n-workflow';
import { PRESETS } from '../../core';
import { modelFields } from './modelFields';

const percent = (share: number) => `${String(Math.round(share * 100))} %`;

const promptFields: INodeProperties[] = [
  {
    displayName: 'Source for Prompt (User Message)',
    name: 'promptType',
    type: 'options',
    options: [
      {
        name: 'From Chat Trigger',
        value: 'auto',
        description: "Take the field 'chatInput' that a connected Chat Trigger sends",
      },
      {
        name: 'Define Below',
        value: 'define',
        description: 'Use an expression to take data from previous nodes, or enter a text',
      },
    ],
    default: 'auto',
    description: 'Where the query comes from',
  },
  {
    displayName: 'Prompt (User Message)',
    name: 'text',
    type: 'string',
    required: true,
    default: '={{ $json.chatInput }}',
    typeOptions: { rows: 2 },
    disabledOptions: { show: { promptType: ['auto'] } },
    displayOptions: { show: { promptType: ['auto'] } },
    description: 'The query, as the Chat Trigger sends it',
  },
  {
    displayName: 'Prompt (User Message)',
    name: 'text',
    type: 'string',
    required: true,
    default: '',
    placeholder: 'e.g. {{ $json.body.query }}',
    typeOptions: { rows: 2 },
    displayOptions: { show: { promptType: ['define'] } },
    description: 'The query to answer. A Webhook nests what it receives under body.',
  },
];

const preset: INodeProperties = {
  displayName: 'Preset',
  name: 'preset',
  type: 'options',
  options: [
    {
      name: 'Balanced',
      value: 'balanced',
      description: `Accept a draft from ${percent(PRESETS.balanced.threshold)} confidence on`,
    },
    {
      name: 'Cost Saver',
      value: 'costSaver',
      description: `Accept a draft from ${percent(PRESETS.costSaver.threshold)} confidence on`,
    },
    {
      name: 'Quality First',
      value: 'qualityFirst',
      description: `Accept a draft from ${percent(PRESETS.qualityFirst.threshold)} confidence on, and fail rather than answer with a rejected draft`,
    },
  ],
  default: 'balanced',
  description: 'How to weigh cost against quality',
};

const options: INodeProperties = {
  displayName: 'Options',
  name: 'options',
  type: 'collection',
  placeholder: 'Add Option',
  default: {},
  description: 'Settings that most workflows leave as they are',
  options: [
    {
      displayName: 'Include Input Fields',
      name: 'includeInputFields',
      type: 'boolean',
      default: true,
      description: "Whether to keep the incoming item's fields beside the answer",
    },
    {
      displayName: 'Model Prices',
      name: 'modelPrices',
      type: 'fixedCollection',
      typeOptions: { multipleValues: true },
      default: {},
      placeholder: 'Add Price',
      description:
        'Prices of models that the built-in table does not know or knows differently. Without a price the cost of a model is unknown.',
      options: [
        {
          displayName: 'Price',
          name: 'prices',
          values: [
            {
              displayName: 'Model',
              name: 'model',
              type: 'string',
              default: '',
              placeholder: 'e.g. my-company/llama-3.1-8b',
              description: 'Name of the model, as the result calls it in modelUsed',
            },
            {
              displayName: 'Input Price',
              name: 'inputPerMillion',
              type: 'number',
              default: 0,
              typeOptions: { minValue: 0 },
              description: 'US dollars per million input tokens',
            },
            {
              displayName: 'Output Price',
              name: 'outputPerMillion',
              type: 'number',
              default: 0,
              typeOptions: { minValue: 0 },
              description: 'US dollars per million output tokens',
            },
          ],
        },
      ],
    },
    {
      displayName: 'Quality Threshold',
      name: 'qualityThreshold',
      type: 'number',
      default: 0.7,
      typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 2 },
      description:
        "Confidence from 0 to 1 that a draft needs to be accepted, in place of the preset's. Below it the next model is asked: 0 accepts every draft, 1 none.",
    },
    {
      displayName: 'System Message',
      name: 'systemMessage',
      type: 'string',
      default: '',
      typeOptions: { rows: 4 },
      placeholder: 'e.g. You answer questions about our product in one short paragraph.',
      description: 'Instructions that every model gets before the query',
    },
    {
      displayName: 'Timeout per Model',
      name: 'timeoutSeconds',
      type: 'number',
      default: 60,
      typeOptions: { minValue: 1, maxValue: 3600 },
      description: 'Seconds that each model has for its answer, before the next one is asked',
    },
  ],
};

export const properties: INodeProperties[] = [...promptFields, ...modelFields, preset, options];
