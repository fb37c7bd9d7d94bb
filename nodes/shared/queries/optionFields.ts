import type { INodeProperties } from 'n8n-workflow';
import { columnNamesField } from '../tenants/mapping';

const ofUser = { show: { '/profileFrom': ['stored', 'item'] } };

/** Options of whatever node answers queries; what its cascade is told comes from the settings that all cascades share. */
export const queryOptionFields: readonly INodeProperties[] = [
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
    displayName: 'Learn From Escalations',
    name: 'learn',
    type: 'boolean',
    default: true,
    description:
      'Whether to compare rejected drafts with the final answers, and to trust each model in each domain accordingly',
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
];
