import type { INodeProperties } from 'n8n-workflow';

export const textSources = ['auto', 'define', 'fields'] as const;

const fieldsOption = {
  name: 'Fields of the Item',
  value: 'fields',
  description: 'Take texts that the item holds, one by one or all of them',
};

/** Which text, or which texts, it is about. */
export const textFields: INodeProperties[] = [
  {
    displayName: 'Source for Text',
    name: 'textSource',
    type: 'options',
    noDataExpression: true,
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
      fieldsOption,
    ],
    default: 'auto',
    displayOptions: { show: { operation: ['check', 'redact'] } },
    description: 'Where the text comes from',
  },
  {
    displayName: 'Source for Text',
    name: 'textSource',
    type: 'options',
    noDataExpression: true,
    options: [
      {
        name: 'From Agent',
        value: 'auto',
        description: "Take the field 'output' that a connected Cascade Agent or AI Agent sends",
      },
      {
        name: 'Define Below',
        value: 'define',
        description: 'Use an expression to take data from previous nodes, or enter a text',
      },
      fieldsOption,
    ],
    default: 'auto',
    displayOptions: { show: { operation: ['restore'] } },
    description: 'Where the redacted text comes from',
  },
  {
    displayName: 'Text',
    name: 'text',
    type: 'string',
    required: true,
    default: '={{ $json.chatInput }}',
    typeOptions: { rows: 2 },
    disabledOptions: { show: { textSource: ['auto'] } },
    displayOptions: { show: { operation: ['check', 'redact'], textSource: ['auto'] } },
    description: 'The text, as the Chat Trigger sends it',
  },
  {
    displayName: 'Text',
    name: 'text',
    type: 'string',
    required: true,
    default: '={{ $json.output }}',
    typeOptions: { rows: 2 },
    disabledOptions: { show: { textSource: ['auto'] } },
    displayOptions: { show: { operation: ['restore'], textSource: ['auto'] } },
    description: 'The text, as the agent sends it',
  },
  {
    displayName: 'Text',
    name: 'text',
    type: 'string',
    required: true,
    default: '',
    placeholder: 'e.g. {{ $json.body.message }}',
    typeOptions: { rows: 2 },
    displayOptions: { show: { textSource: ['define'] } },
    description: 'The text to work on. A Webhook nests what it receives under body.',
  },
  {
    displayName: 'Fields',
    name: 'fields',
    type: 'string',
    default: '',
    placeholder: 'e.g. subject, customer.note, messages[0].text',
    displayOptions: { show: { textSource: ['fields'] } },
    description:
      'Names of fields, separated by commas; dots lead to nested ones. A field that holds an object or a list means every text inside, long numbers such as those of cards included; names of fields are not looked at. Leave it empty for every text of the item, except what this node said of it before.',
  },
];
