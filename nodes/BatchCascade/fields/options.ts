import type { INodeProperties } from 'n8n-workflow';
import { settingsFields } from '../../shared/cascade/settingsFields';
import { queryOptionFields } from '../../shared/queries/optionFields';

const ofRun = { show: { '/operation': ['run'] } };

/** Options of a batch as a whole. They are read once, from the first item. */
const batchOptions: readonly INodeProperties[] = [
  {
    displayName: 'Answer Duplicates Once',
    name: 'answerDuplicatesOnce',
    type: 'boolean',
    default: true,
    displayOptions: ofRun,
    description:
      'Whether items with the same query, user and settings share one answer, which is asked and paid for once',
  },
  {
    displayName: 'Count Against Limits',
    name: 'limitScope',
    type: 'options',
    options: [
      {
        name: 'Each Query',
        value: 'query',
        description: 'Each query is a request of its user. One that is over a limit fails by itself.',
      },
      {
        name: 'The Batch as One Request',
        value: 'batch',
        description: 'The user of the first item makes one request, which costs what the batch costs',
      },
    ],
    default: 'batch',
    displayOptions: { show: { '/operation': ['run'], '/profileFrom': ['stored', 'item'] } },
    description: 'What counts as a request against the rate limits of a user',
  },
  {
    displayName: 'Give Up After (Minutes)',
    name: 'longestWaitMinutes',
    type: 'number',
    default: 10,
    typeOptions: { minValue: 0.1, maxValue: 1440 },
    displayOptions: ofRun,
    description:
      'How long a provider may refuse every call for asking too often until the batch ends, and the longest that it may tell a query to wait',
  },
  {
    displayName: 'If Provider Takes No Jobs',
    name: 'jobFallback',
    type: 'options',
    options: [
      { name: 'Ask One by One', value: 'individual', description: 'Answer the queries adaptively' },
      { name: 'Fail', value: 'fail', description: 'Rather no answers than dearer ones' },
    ],
    default: 'fail',
    displayOptions: { show: { '/operation': ['run'], '/strategy': ['auto', 'provider_batch'] } },
    description: 'What to do when there is no batch API, or it refuses the job or leaves single queries out',
  },
  {
    displayName: 'Job Discount (%)',
    name: 'jobDiscountPercent',
    type: 'number',
    default: 50,
    typeOptions: { minValue: 0, maxValue: 100 },
    description:
      'How much less the provider bills for queries in jobs. Without it the known discount of the provider is taken.',
  },
  {
    displayName: 'Keep Results For (Hours)',
    name: 'keepHours',
    type: 'number',
    default: 24,
    typeOptions: { minValue: 0.1, maxValue: 720 },
    description:
      'How long answers of a batch with an ID, and queries of a job, are kept after the last of them. They are kept in clear text.',
  },
  {
    displayName: 'Max Cost of the Batch (USD)',
    name: 'maxBatchCostUsd',
    type: 'number',
    default: 1,
    typeOptions: { minValue: 0, numberPrecision: 6 },
    displayOptions: ofRun,
    description:
      'US dollars that the batch may cost. What would go beyond is not run. The price of each model must be known.',
  },
  {
    displayName: 'Max Queries at Once',
    name: 'maxConcurrency',
    type: 'number',
    default: 100,
    typeOptions: { minValue: 1, maxValue: 1000, numberPrecision: 0 },
    displayOptions: { show: { '/operation': ['run'], '/strategy': ['auto', 'adaptive'] } },
    description: 'The most queries that the adaptive strategy has under way, whatever the provider takes',
  },
  {
    displayName: 'Stop on First Error',
    name: 'stopOnError',
    type: 'boolean',
    default: true,
    displayOptions: ofRun,
    description:
      'Whether the first failed query ends the batch. Those under way are finished, the rest leaves by Failed as not run.',
  },
  {
    displayName: 'Time Limit of the Batch (Minutes)',
    name: 'totalMinutes',
    type: 'number',
    default: 60,
    typeOptions: { minValue: 0.001, maxValue: 10_080 },
    displayOptions: ofRun,
    description: 'What has no answer by then fails, or is not run',
  },
  {
    displayName: 'Wait for Jobs Up To (Minutes)',
    name: 'jobWaitMinutes',
    type: 'number',
    default: 1440,
    typeOptions: { minValue: 1, maxValue: 10_080 },
    displayOptions: { show: { '/operation': ['run'], '/strategy': ['auto', 'provider_batch'] } },
    description:
      'How long this execution waits for jobs of the provider. For jobs that take hours use Submit Job and Get Results.',
  },
];

/** Options of the batch as a whole, by their names in the panel. */
export const batchOptionNames: readonly string[] = batchOptions.map(({ name }) => name);

const all = [...batchOptions, ...queryOptionFields, ...settingsFields];

export const optionsField: INodeProperties = {
  displayName: 'Options',
  name: 'options',
  type: 'collection',
  placeholder: 'Add Option',
  default: {},
  description: 'Settings that most workflows leave as they are',
  options: all.toSorted((a, b) => a.displayName.localeCompare(b.displayName)),
};
