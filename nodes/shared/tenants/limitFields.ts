import type { INodeProperties } from 'n8n-workflow';
import { limitNames } from './limits';

const choices = limitNames.map(([value, name]) => ({ name, value }));

const numberFields: INodeProperties[] = [
  {
    displayName: 'Concurrent Requests',
    name: 'concurrentRequests',
    type: 'number',
    default: 5,
    typeOptions: { minValue: 0, numberPrecision: 0 },
    description: 'How many requests may run at the same time',
  },
  {
    displayName: 'Daily Budget (USD)',
    name: 'dailyBudget',
    type: 'number',
    default: 1,
    typeOptions: { minValue: 0 },
    description: 'What requests may cost within any 24 hours, in US dollars',
  },
  {
    displayName: 'Requests per Day',
    name: 'requestsPerDay',
    type: 'number',
    default: 1000,
    typeOptions: { minValue: 0, numberPrecision: 0 },
    description: 'How many requests may be made within any 24 hours',
  },
  {
    displayName: 'Requests per Hour',
    name: 'requestsPerHour',
    type: 'number',
    default: 100,
    typeOptions: { minValue: 0, numberPrecision: 0 },
    description: 'How many requests may be made within any 60 minutes',
  },
];

const tierLimitAgain: INodeProperties = {
  displayName: 'Tier Limit Again',
  name: 'tierLimitAgain',
  type: 'multiOptions',
  options: choices,
  default: [],
  description: "Limits for which the tier's is to hold again",
};

const unlimited: INodeProperties = {
  displayName: 'Unlimited',
  name: 'unlimited',
  type: 'multiOptions',
  options: choices,
  default: [],
  description: 'Limits that are not to hold at all',
};

/** A limit that is left out is not given. */
export const limitFields: INodeProperties[] = [...numberFields, unlimited];

/** For a user who may have had limits of their own. */
export const limitChangeFields: INodeProperties[] = [...numberFields, tierLimitAgain, unlimited];
