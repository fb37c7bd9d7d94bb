import type { INodeProperties } from 'n8n-workflow';
import { settingsFields } from '../../shared/cascade/settingsFields';
import { queryOptionFields } from '../../shared/queries/optionFields';

/** Options of an agent alone. */
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
    displayName: 'Enable Streaming',
    name: 'enableStreaming',
    type: 'boolean',
    default: true,
    description:
      'Whether the answer is sent piece by piece when a Chat Trigger or Webhook streams. A draft is held back until it is accepted.',
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
    displayName: 'Max Iterations',
    name: 'maxIterations',
    type: 'number',
    default: 10,
    typeOptions: { minValue: 1, maxValue: 50, numberPrecision: 0 },
    description: 'How often the models may be asked for one item, tools included, before it fails',
  },
  {
    displayName: 'Return Intermediate Steps',
    name: 'returnSteps',
    type: 'boolean',
    default: true,
    description: 'Whether the result lists the tools that ran, with what they were given and gave back',
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
  options: [...agentOptions, ...queryOptionFields, ...settingsFields].toSorted((a, b) =>
    a.displayName.localeCompare(b.displayName),
  ),
};
