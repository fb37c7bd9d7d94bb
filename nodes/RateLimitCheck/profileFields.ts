import type { INodeProperties } from 'n8n-workflow';
import { limitFields } from '../shared/tenants/limitFields';
import { customTierFields, tierOptions } from '../shared/tenants/tierFields';
import { checks, limitOperations } from './operations';

/** Where the limits of the user come from. */
export const profileFields: INodeProperties[] = [
  {
    displayName: 'Profile From',
    name: 'profileFrom',
    type: 'options',
    options: [
      {
        name: 'Stored Profile',
        value: 'stored',
        description: 'The profile that the User Profile node stored for the user ID',
      },
      {
        name: 'Incoming Item',
        value: 'item',
        description: 'A profile or a database row that the item brings along',
      },
      { name: 'Defined Below', value: 'define', description: 'A tier and limits that are given here' },
    ],
    default: 'stored',
    displayOptions: { show: { operation: [...limitOperations] } },
    description: 'Where the tier and the limits of the user come from',
  },
  {
    displayName: 'If User Is Unknown',
    name: 'unknownUser',
    type: 'options',
    options: [
      {
        name: 'Treat as FREE',
        value: 'free',
        description: 'Hold the user to the limits of the tier FREE',
      },
      { name: 'Limited', value: 'limited', description: 'Refuse the request: it leaves by Limited' },
      { name: 'Fail', value: 'error', description: 'Fail the item with an error' },
    ],
    default: 'free',
    displayOptions: { show: { operation: [...checks], profileFrom: ['stored'] } },
    description: 'What to do with a user for whom no profile is stored',
  },
  {
    displayName: 'If User Is Unknown',
    name: 'unknownUser',
    type: 'options',
    options: [
      {
        name: 'Treat as FREE',
        value: 'free',
        description: 'Hold the user to the limits of the tier FREE',
      },
      { name: 'Fail', value: 'error', description: 'Fail the item with an error' },
    ],
    default: 'free',
    displayOptions: { show: { operation: ['getUsage'], profileFrom: ['stored'] } },
    description: 'What to do with a user for whom no profile is stored',
  },
  {
    displayName: 'Profile',
    name: 'profile',
    type: 'json',
    required: true,
    default: '={{ $json.profile }}',
    displayOptions: { show: { operation: [...limitOperations], profileFrom: ['item'] } },
    description:
      'The profile, or the row of a table with the columns tier, custom_requests_per_hour and so on: an object, which may be the whole item',
  },
  {
    displayName: 'Tier',
    name: 'tier',
    type: 'options',
    options: tierOptions,
    default: 'FREE',
    displayOptions: { show: { operation: [...limitOperations], profileFrom: ['define'] } },
    description: 'The tier whose limits hold for the user',
  },
  ...customTierFields({ operation: [...limitOperations], profileFrom: ['define'] }),
  {
    displayName: 'Limits',
    name: 'limits',
    type: 'collection',
    placeholder: 'Add Limit',
    default: {},
    displayOptions: { show: { operation: [...limitOperations], profileFrom: ['define'] } },
    description: "Limits of the user's own. The others are those of the tier.",
    options: limitFields,
  },
];
