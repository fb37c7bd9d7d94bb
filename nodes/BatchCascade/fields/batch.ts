import type { INodeProperties } from 'n8n-workflow';

export const promptField: INodeProperties = {
  displayName: 'Prompt (User Message)',
  name: 'text',
  type: 'string',
  required: true,
  default: '',
  placeholder: 'e.g. {{ $json.question }}',
  typeOptions: { rows: 2 },
  description: 'The query of each item: an expression over the fields of the item',
};

/** How a batch is worked on. */
export const strategyFields: readonly INodeProperties[] = [
  {
    displayName: 'Strategy',
    name: 'strategy',
    type: 'options',
    options: [
      {
        name: 'Adaptive',
        value: 'adaptive',
        description:
          'As many at once as the provider turns out to take: speeds up while it keeps up, slows down when it refuses',
      },
      {
        name: 'Auto',
        value: 'auto',
        description:
          'Adaptive; for 100 queries or more the provider batch API, if there is one and Wait for Jobs Up To allows an hour',
      },
      {
        name: 'Parallel',
        value: 'parallel',
        description: 'A fixed number at once',
      },
      {
        name: 'Provider Batch API',
        value: 'provider_batch',
        description:
          'As jobs of OpenAI, Anthropic or a compatible server: about half the price, answers within hours. Needs Model Source API.',
      },
      {
        name: 'Sequential',
        value: 'sequential',
        description: 'One after the other',
      },
    ],
    default: 'auto',
    description: 'How many queries are under way at once, and who decides it',
  },
  {
    displayName: 'Queries at Once',
    name: 'queriesAtOnce',
    type: 'number',
    default: 10,
    typeOptions: { minValue: 1, maxValue: 1000, numberPrecision: 0 },
    displayOptions: { show: { strategy: ['parallel'] } },
    description: 'How many queries are under way at the same time',
  },
];

export const batchIdField: INodeProperties = {
  displayName: 'Batch ID',
  name: 'batchId',
  type: 'string',
  default: '',
  placeholder: 'e.g. nightly-{{ $today.toISODate() }}',
  description:
    'A name under which answers are kept as they come: the same batch run again only does what is missing. Empty = nothing is kept.',
};

export const batchIdNotice: INodeProperties = {
  displayName:
    'n8n saves static data when an execution ends, be it with an error. Answers of one that was stopped stay in memory until the workflow runs again, those of a killed process are gone: to go on after a restart or a crash, choose Redis.',
  name: 'batchIdNotice',
  type: 'notice',
  default: '',
  displayOptions: { show: { storage: ['staticData'] }, hide: { batchId: [''] } },
};
