import type { INodeProperties } from 'n8n-workflow';

/** Where the query of an item comes from. */
export const promptFields: readonly INodeProperties[] = [
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

/** The same for a node that an agent calls as its tool. */
export const toolPromptFields: readonly INodeProperties[] = [
  {
    displayName: 'Description',
    name: 'toolDescription',
    type: 'string',
    required: true,
    default: 'Answers a question, or does a task, that is described in full',
    typeOptions: { rows: 3 },
    placeholder: 'e.g. Answers questions about our products and their prices',
    description: 'What the agent is told about this tool: it decides by it when to ask',
  },
  {
    displayName: 'Prompt (User Message)',
    name: 'text',
    type: 'string',
    required: true,
    default:
      "={{ $fromAI('Prompt__User_Message_', 'The question or task, with all that is needed to answer it', 'string') }}",
    typeOptions: { rows: 2 },
    description: 'The query to answer, which the agent fills in',
  },
];
