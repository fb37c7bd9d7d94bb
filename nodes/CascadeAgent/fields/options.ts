import type { INodeProperties } from 'n8n-workflow';
import { settingsFields } from '../../shared/cascade/settingsFields';
import { columnNamesField } from '../../shared/tenants/mapping';

const ofUser = { show: { '/profileFrom': ['stored', 'item'] } };

/** Options of an agent alone; what its cascade is told comes from the settings that all cascades share. */
const agentOptions: readonly INodeProperties[] = [
  {
    displayName: 'Answer Refusals With',
    name: 'refusals',
    type: 'fixedCollection',
    default: {},
    placeholder: 'Add Texts',
    description:
      'Polite words in place of an error, for whoever is over a limit or was stopped by a guardrail',
    options: [
      {
        displayName: 'Texts',
        name: 'texts',
        values: [
          {
            displayName: 'If Blocked',
            name: 'blocked',
            type: 'string',
            default: 'I cannot help with that.',
            description: 'The answer when a guardrail refused query or answer. Empty = an error.',
          },
          {
            displayName: 'If Limited',
            name: 'limited',
            type: 'string',
            default: 'You have reached your limit. Please try again later.',
            description: 'The answer when the user is over a rate limit. Empty = an error.',
          },
        ],
      },
    ],
  },
  {
    displayName: 'Audit Share (%)',
    name: 'auditPercent',
    type: 'number',
    default: 2,
    typeOptions: { minValue: 0, maxValue: 100 },
    displayOptions: { show: { learn: [true] } },
    description:
      'Percentage of accepted drafts whose query the verifier answers too, so that the cascade learns from what it lets through. It costs a verifier call each, and changes no answer.',
  },
  {
    displayName: 'Cache Answers For (Minutes)',
    name: 'cacheMinutes',
    type: 'number',
    default: 60,
    typeOptions: { minValue: 0, maxValue: 43_200 },
    description:
      'How long the answer to the very same query of the same user is given again without asking a model. 0 = not at all. Conversations with memory or tools are never cached.',
  },
  { ...columnNamesField, displayOptions: { show: { '/profileFrom': ['item'] } } },
  {
    displayName: 'Enable Streaming',
    name: 'enableStreaming',
    type: 'boolean',
    default: true,
    description:
      'Whether the answer is sent piece by piece when a Chat Trigger or Webhook streams. A draft is held back until it is accepted.',
  },
  {
    displayName: 'Estimated Cost (USD)',
    name: 'estimatedCost',
    type: 'number',
    default: 0.001,
    typeOptions: { minValue: 0 },
    displayOptions: ofUser,
    description: 'US dollars that count against the daily budget of the user until the real cost is known',
  },
  {
    displayName: 'If Store Is Unavailable',
    name: 'whenUnavailable',
    type: 'options',
    options: [
      { name: 'Allow', value: 'allow', description: 'Answer without limits' },
      { name: 'Fail', value: 'fail', description: 'Fail the item with an error' },
    ],
    default: 'fail',
    displayOptions: ofUser,
    description: 'What to do with a query when the store of profiles and usage does not answer',
  },
  {
    displayName: 'Include Input Fields',
    name: 'includeInputFields',
    type: 'boolean',
    default: true,
    description: "Whether to keep the incoming item's fields beside the answer",
  },
  {
    displayName: 'Items at Once',
    name: 'itemsAtOnce',
    type: 'number',
    default: 5,
    typeOptions: { minValue: 1, maxValue: 100, numberPrecision: 0 },
    description:
      'How many items are answered at the same time. With a memory they are answered one after the other.',
  },
  {
    displayName: 'Learn From Escalations',
    name: 'learn',
    type: 'boolean',
    default: true,
    description:
      'Whether to compare rejected drafts with the final answers, and to trust each model in each domain accordingly',
  },
  {
    displayName: 'Max Iterations',
    name: 'maxIterations',
    type: 'number',
    default: 10,
    typeOptions: { minValue: 1, maxValue: 50, numberPrecision: 0 },
    description: 'How often the models may be asked for one item, tools included, before it fails',
  },
  {
    displayName: 'Pass Images',
    name: 'passImages',
    type: 'boolean',
    default: true,
    description: "Whether the models see the images among the item's binary data",
  },
  {
    displayName: 'Reservation ID',
    name: 'reservationId',
    type: 'string',
    default: '={{ $json.rateLimit?.reservationId }}',
    displayOptions: ofUser,
    description:
      'A reservation of a Rate Limit Check before this node: it is settled with the real cost, and not counted again',
  },
  {
    displayName: 'Return Intermediate Steps',
    name: 'returnSteps',
    type: 'boolean',
    default: true,
    description: 'Whether the result lists the tools that ran, with what they were given and gave back',
  },
  {
    displayName: 'Return Trace',
    name: 'returnTrace',
    type: 'boolean',
    default: true,
    description: 'Whether the result says step by step why the cascade did what it did',
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
    displayName: 'Verify After Tools',
    name: 'verifyAfterTools',
    type: 'string',
    default: '',
    placeholder: 'e.g. book_flight, refund',
    description:
      'Names of tools, separated by commas, whose results only the verifier may turn into an answer',
  },
];

export const optionsField: INodeProperties = {
  displayName: 'Options',
  name: 'options',
  type: 'collection',
  placeholder: 'Add Option',
  default: {},
  description: 'Settings that most workflows leave as they are',
  options: [...agentOptions, ...settingsFields].toSorted((a, b) =>
    a.displayName.localeCompare(b.displayName),
  ),
};
