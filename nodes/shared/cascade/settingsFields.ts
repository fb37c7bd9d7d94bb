import type { INodeProperties } from 'n8n-workflow';
import { MOST_RETRIES, MOST_SAMPLES, PRESETS } from '../../../core';
import { modelPricesField } from './modelPrices';

const { threshold, retries, timeoutMs, totalTimeoutMs, longestWaitMs, whenVerifierFails } = PRESETS.balanced;
const timeoutSeconds = timeoutMs / 1000;
const totalTimeoutSeconds = totalTimeoutMs / 1000;
const longestWaitSeconds = longestWaitMs / 1000;

/** The settings of a cascade that a preset sets, and what else both of its nodes can be told. Alphabetical by name. */
export const settingsFields: readonly INodeProperties[] = [
  {
    displayName: 'Ask for Log-Probabilities',
    name: 'logprobs',
    type: 'boolean',
    default: true,
    description:
      'Whether drafters are asked how probable their words are, which makes the confidence better. Models that cannot tell ignore it.',
  },
  {
    displayName: 'Custom Domains',
    name: 'customDomains',
    type: 'fixedCollection',
    typeOptions: { multipleValues: true },
    default: {},
    placeholder: 'Add Domain',
    description:
      'Fields of your own, beside code, medical, legal and so on, each with telling words and example queries',
    options: [
      {
        displayName: 'Domain',
        name: 'domain',
        values: [
          {
            displayName: 'Name',
            name: 'name',
            type: 'string',
            default: '',
            placeholder: 'e.g. billing',
            description: 'What the domain is called in the result, in Domain Thresholds and in profiles',
          },
          {
            displayName: 'Keywords',
            name: 'keywords',
            type: 'string',
            default: '',
            placeholder: 'e.g. invoice, refund, charged twice',
            description: 'Words and phrases that tell the domain, separated by commas',
          },
          {
            displayName: 'Examples',
            name: 'examples',
            type: 'string',
            typeOptions: { rows: 3 },
            default: '',
            placeholder: 'e.g. Why was I charged twice this month?',
            description: 'Queries of this domain, one on each line',
          },
        ],
      },
    ],
  },
  {
    displayName: 'Domain Thresholds',
    name: 'domainThresholds',
    type: 'fixedCollection',
    typeOptions: { multipleValues: true },
    default: {},
    placeholder: 'Add Threshold',
    description: 'Confidence that a draft needs in a domain, in place of the quality threshold',
    options: [
      {
        displayName: 'Threshold',
        name: 'threshold',
        values: [
          {
            displayName: 'Domain',
            name: 'domain',
            type: 'string',
            default: '',
            placeholder: 'e.g. finance',
            description:
              'One of code, creative, data, finance, general, legal, math, medical, summary and translation, or a custom one',
          },
          {
            displayName: 'Threshold',
            name: 'threshold',
            type: 'number',
            default: 0.9,
            typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 2 },
            description: 'From 0 (accept every draft) to 1 (accept none)',
          },
        ],
      },
    ],
  },
  {
    displayName: 'Doubtful Drafts',
    name: 'judge',
    type: 'options',
    options: [
      {
        name: 'Decide Alone',
        value: 'never',
        description: 'The confidence alone decides',
      },
      {
        name: 'Have Them Judged',
        value: 'when_doubtful',
        description: 'The verifier says in a word whether the draft will do, which costs a few tokens',
      },
    ],
    default: 'when_doubtful',
    description: 'What to do with a draft whose confidence is close to the threshold',
  },
  {
    displayName: 'If Verifier Fails',
    name: 'whenVerifierFails',
    type: 'options',
    options: [
      {
        name: 'Answer With Best Draft',
        value: 'best_draft',
        description: 'Show the best draft there is, although it was rejected',
      },
      { name: 'Fail', value: 'fail', description: 'Rather no answer than one below the threshold' },
    ],
    default: whenVerifierFails,
    description: 'What to do when a draft was rejected and every stronger model has failed',
  },
  {
    displayName: 'Max Cost per Query (USD)',
    name: 'maxCostUsd',
    type: 'number',
    default: 0.05,
    typeOptions: { minValue: 0, numberPrecision: 6 },
    description:
      'US dollars that one query may cost: a call that would probably pass it is not made. The price of each model must be known.',
  },
  {
    displayName: 'Max Wait for Retry',
    name: 'longestWaitSeconds',
    type: 'number',
    default: longestWaitSeconds,
    typeOptions: { minValue: 0, maxValue: 3600 },
    description:
      'Longest wait in seconds before a model that was busy is asked again, as long as another model could be asked instead',
  },
  {
    displayName: 'Mode',
    name: 'mode',
    type: 'options',
    options: [
      {
        name: 'One After the Other',
        value: 'sequential',
        description: 'Ask the verifier only when a draft was rejected',
      },
      {
        name: 'Speculative',
        value: 'speculative',
        description:
          'Ask drafter and verifier at the same time and stop the one that is not needed: faster and dearer',
      },
    ],
    default: 'speculative',
    description: 'When the verifier is asked',
  },
  modelPricesField,
  {
    displayName: 'Quality Threshold',
    name: 'qualityThreshold',
    type: 'number',
    default: threshold,
    typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 2 },
    description:
      "Confidence from 0 to 1 that a draft needs to be accepted, in place of the preset's. Below it the next model is asked: 0 accepts every draft, 1 none.",
  },
  {
    displayName: 'Retries per Model',
    name: 'retries',
    type: 'number',
    default: retries,
    typeOptions: { minValue: 0, maxValue: MOST_RETRIES, numberPrecision: 0 },
    description: 'How often a model is asked again when it is busy, out of order, late or cannot be reached',
  },
  {
    displayName: 'Routing',
    name: 'routing',
    type: 'options',
    options: [
      {
        name: 'Draft First',
        value: 'draft_first',
        description: 'Draft every query, unless Verify Always holds for it',
      },
      {
        name: 'Predictive',
        value: 'predictive',
        description: 'Skip the draft when it would probably not do',
      },
    ],
    default: 'draft_first',
    description: 'Whether hard queries go straight to the verifier',
  },
  {
    displayName: 'Samples to Compare',
    name: 'samples',
    type: 'number',
    default: 2,
    typeOptions: { minValue: 0, maxValue: MOST_SAMPLES, numberPrecision: 0 },
    description:
      'How many further answers of the drafter a doubtful draft is compared with: what it says again is likely right',
  },
  {
    displayName: 'Timeout in Total',
    name: 'totalTimeoutSeconds',
    type: 'number',
    default: totalTimeoutSeconds,
    typeOptions: { minValue: 1, maxValue: 86_400 },
    description: 'Seconds that a query has in all, with drafts, retries and waits',
  },
  {
    displayName: 'Timeout per Model',
    name: 'timeoutSeconds',
    type: 'number',
    default: timeoutSeconds,
    typeOptions: { minValue: 1, maxValue: 3600 },
    description: 'Seconds that each model has for its answer, before the next one is asked',
  },
  {
    displayName: 'Verify Always',
    name: 'verifyAlways',
    type: 'string',
    default: 'legal, medical',
    placeholder: 'e.g. legal, medical, finance',
    description: 'Domains whose queries go straight to the verifier, separated by commas. Empty = none.',
  },
];
