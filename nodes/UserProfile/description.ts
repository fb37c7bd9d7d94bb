import type { INodeProperties } from 'n8n-workflow';
import { columnNamesField, planNamesField } from '../shared/tenants/mapping';
import { storeFields } from '../shared/tenants/storeFields';
import { customTierFields, tierOptions } from '../shared/tenants/tierFields';
import { userIdField } from '../shared/tenants/userId';
import { changeFields } from './changeFields';
import { operationField } from './operations';

/** The value of a tier that stays what it is. */
export const UNCHANGED = 'unchanged';

const tierFields: INodeProperties[] = [
  {
    displayName: 'Tier',
    name: 'tier',
    type: 'options',
    options: [
      {
        name: 'Unchanged',
        value: UNCHANGED,
        description: 'The tier that the user has. A new user gets FREE.',
      },
      ...tierOptions,
    ],
    default: UNCHANGED,
    displayOptions: { show: { operation: ['upsert'] } },
    description: 'The tier whose limits hold for the user',
  },
  {
    displayName: 'Tier',
    name: 'tier',
    type: 'options',
    options: tierOptions,
    default: 'FREE',
    displayOptions: { show: { operation: ['changeTier'] } },
    description: 'The tier that the user moves to',
  },
  ...customTierFields({ operation: ['upsert', 'changeTier'] }),
];

const unknownUserFields: INodeProperties[] = [
  {
    displayName: 'If User Is Unknown',
    name: 'unknownUser',
    type: 'options',
    options: [
      {
        name: 'Create the User',
        value: 'create',
        description: 'For a billing webhook: who pays may not have made a request yet',
      },
      { name: 'Fail', value: 'error', description: 'Fail the item with an error' },
    ],
    default: 'create',
    displayOptions: { show: { operation: ['changeTier'] } },
    description: 'What to do with a user for whom no profile is stored',
  },
  {
    displayName: 'If User Is Unknown',
    name: 'unknownUser',
    type: 'options',
    options: [
      { name: 'Fail', value: 'error', description: 'Fail the item with an error' },
      {
        name: 'Give the FREE Profile',
        value: 'free',
        description: 'Give the profile that holds for new users, with exists set to false',
      },
    ],
    default: 'error',
    displayOptions: { show: { operation: ['get'] } },
    description: 'What to do with a user for whom no profile is stored',
  },
];

const listFields: INodeProperties[] = [
  {
    displayName: 'Return All',
    name: 'returnAll',
    type: 'boolean',
    default: false,
    displayOptions: { show: { operation: ['getAll'] } },
    description: 'Whether to return all results or only up to a given limit',
  },
  {
    displayName: 'Limit',
    name: 'limit',
    type: 'number',
    default: 50,
    typeOptions: { minValue: 1 },
    displayOptions: { show: { operation: ['getAll'], returnAll: [false] } },
    description: 'Max number of results to return',
  },
  {
    displayName: 'Filters',
    name: 'filters',
    type: 'collection',
    placeholder: 'Add Filter',
    default: {},
    displayOptions: { show: { operation: ['getAll'] } },
    description: 'Which profiles to get',
    options: [
      {
        displayName: 'Tier',
        name: 'tier',
        type: 'string',
        default: '',
        placeholder: 'e.g. PRO',
        description: 'Only profiles of this tier. Empty for those of all tiers.',
      },
    ],
  },
];

const importField: INodeProperties = {
  displayName: 'Profile',
  name: 'profile',
  type: 'json',
  required: true,
  default: '={{ $json }}',
  displayOptions: { show: { operation: ['import'] } },
  description:
    'The profile, or the row of a table with the columns user_id, tier, custom_requests_per_hour and so on: an object, by default the whole item. It replaces the profile that is stored.',
};

const importing = { show: { '/operation': ['import'] } };

const options: INodeProperties = {
  displayName: 'Options',
  name: 'options',
  type: 'collection',
  placeholder: 'Add Option',
  default: {},
  description: 'Settings that most workflows leave as they are',
  options: [
    { ...columnNamesField, displayOptions: importing },
    {
      displayName: 'Default Tier',
      name: 'defaultTier',
      type: 'string',
      default: '',
      placeholder: 'e.g. FREE',
      displayOptions: importing,
      description: 'The tier of rows that name none. Without it, such a row fails.',
    },
    {
      displayName: 'Include Input Fields',
      name: 'includeInputFields',
      type: 'boolean',
      default: true,
      description: "Whether to keep the incoming item's fields beside the profile",
    },
    { ...planNamesField, displayOptions: importing },
  ],
};

export const properties: INodeProperties[] = [
  operationField,
  userIdField({ operation: ['changeTier', 'upsert', 'delete', 'export', 'get'] }),
  ...tierFields,
  ...unknownUserFields,
  ...changeFields,
  ...listFields,
  importField,
  ...storeFields('profiles and usage'),
  options,
];
