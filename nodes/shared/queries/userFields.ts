import type { INodeProperties } from 'n8n-workflow';
import { userIdField } from '../tenants/userId';

/** When queries are answered for a user. */
export const ofUser = { profileFrom: ['stored', 'item'] };

/** For whom the queries are answered, and what follows from it. */
export const userFields: readonly INodeProperties[] = [
  {
    displayName: 'User Profile From',
    name: 'profileFrom',
    type: 'options',
    noDataExpression: true,
    options: [
      {
        name: 'Incoming Item',
        value: 'item',
        description: 'A profile or a database row that the item brings along',
      },
      { name: 'No User', value: 'none', description: 'All queries are treated alike' },
      {
        name: 'Stored Profile',
        value: 'stored',
        description: 'The profile that the User Profile node stored for the user ID',
      },
    ],
    default: 'none',
    description: 'Whose limits, guardrails and preferred models hold for the query',
  },
  userIdField(ofUser),
  {
    displayName: 'Profile',
    name: 'profile',
    type: 'json',
    required: true,
    default: '={{ $json.profile }}',
    displayOptions: { show: { profileFrom: ['item'] } },
    description:
      'The profile, or the row of a table with the columns tier, custom_requests_per_hour and so on: an object, which may be the whole item',
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
    displayOptions: { show: { profileFrom: ['stored'] } },
    description: 'What to do with a user for whom no profile is stored',
  },
  {
    displayName: 'Apply',
    name: 'apply',
    type: 'multiOptions',
    options: [
      {
        name: 'Guardrails',
        value: 'guardrails',
        description:
          'Moderate query and answer, and keep personal data from the models, where the profile says so',
      },
      {
        name: 'Preferences',
        value: 'preferences',
        description: 'The models and domains that the user prefers',
      },
      {
        name: 'Rate Limits',
        value: 'limits',
        description:
          'Count the request before it is answered and its real cost afterwards. A request that is over a limit fails.',
      },
    ],
    default: ['guardrails', 'limits', 'preferences'],
    displayOptions: { show: ofUser },
    description: 'What of the profile holds for the query',
  },
];
