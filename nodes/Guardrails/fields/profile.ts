import type { INodeProperties } from 'n8n-workflow';
import { userIdField } from '../../shared/tenants/userId';

const fromStoredProfile = { operation: ['check', 'redact'], checksFrom: ['stored'] };

/** Whether the checks are given here or by the profile of the user. */
export const profileFields: INodeProperties[] = [
  {
    displayName: 'Guardrails From',
    name: 'checksFrom',
    type: 'options',
    noDataExpression: true,
    options: [
      { name: 'Defined Below', value: 'define', description: 'Guardrails that are given here' },
      {
        name: 'Incoming Item',
        value: 'item',
        description: 'A profile or a database row that the item brings along says what is checked',
      },
      {
        name: 'Stored Profile',
        value: 'stored',
        description: 'The profile that the User Profile node stored for the user ID says what is checked',
      },
    ],
    default: 'define',
    displayOptions: { show: { operation: ['check', 'redact'] } },
    description: 'What says which guardrails hold for the text',
  },
  userIdField(fromStoredProfile),
  {
    displayName: 'Profile',
    name: 'profile',
    type: 'json',
    required: true,
    default: '={{ $json.profile }}',
    displayOptions: { show: { operation: ['check', 'redact'], checksFrom: ['item'] } },
    description:
      'The profile, or the row of a table with the columns enable_content_moderation, enable_pii_detection and strict_guardrails: an object, which may be the whole item',
  },
  {
    displayName: 'If User Is Unknown',
    name: 'unknownUser',
    type: 'options',
    options: [
      { name: 'Check All', value: 'all', description: 'Moderate the text and look for personal data' },
      { name: 'Check Nothing', value: 'none', description: 'Let the text through as it is' },
      { name: 'Fail', value: 'error', description: 'Fail the item with an error' },
    ],
    default: 'all',
    displayOptions: { show: { operation: ['check', 'redact'], checksFrom: ['stored'] } },
    description: 'What to do with the text of a user for whom no profile is stored',
  },
];
