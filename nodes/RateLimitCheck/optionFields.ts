import type { INodeProperties } from 'n8n-workflow';
import { columnNamesField, planNamesField } from '../shared/tenants/mapping';
import { checks, limitOperations } from './operations';
import { DEFAULT_LEASE_SECONDS, DEFAULT_NEAR_LIMIT_PERCENT } from './options';

export const optionsField: INodeProperties = {
  displayName: 'Options',
  name: 'options',
  type: 'collection',
  placeholder: 'Add Option',
  default: {},
  description: 'Settings that most workflows leave as they are',
  options: [
    {
      ...columnNamesField,
      displayOptions: { show: { '/operation': [...limitOperations], '/profileFrom': ['item'] } },
    },
    {
      displayName: 'If Store Is Unavailable',
      name: 'whenUnavailable',
      type: 'options',
      options: [
        { name: 'Allow', value: 'allow', description: 'Let the request in without a check' },
        { name: 'Fail', value: 'fail', description: 'Fail the item with an error' },
        { name: 'Refuse', value: 'refuse', description: 'Refuse the request: it leaves by Limited' },
      ],
      default: 'fail',
      displayOptions: { show: { '/operation': [...checks], '/storage': ['redis'] } },
      description: 'What to do with an item when Redis does not answer in time',
    },
    {
      displayName: 'Include Input Fields',
      name: 'includeInputFields',
      type: 'boolean',
      default: true,
      description: "Whether to keep the incoming item's fields beside the result",
    },
    {
      displayName: 'Lease',
      name: 'leaseSeconds',
      type: 'number',
      default: DEFAULT_LEASE_SECONDS,
      typeOptions: { minValue: 1, maxValue: 86400 },
      displayOptions: { show: { '/operation': ['checkAndCount'] } },
      description:
        'Seconds after which a request no longer counts as running, if its cost was not recorded and it was not released by then',
    },
    {
      displayName: 'Mode',
      name: 'mode',
      type: 'options',
      options: [
        { name: 'Enforce', value: 'enforce', description: 'Refuse what is over a limit' },
        {
          name: 'Observe',
          value: 'observe',
          description: 'Refuse nothing, count everything, and tell what would have been refused',
        },
      ],
      default: 'enforce',
      displayOptions: { show: { '/operation': [...checks] } },
      description: 'Whether limits are enforced, or only observed',
    },
    {
      displayName: 'Near Limit At',
      name: 'nearLimitPercent',
      type: 'number',
      default: DEFAULT_NEAR_LIMIT_PERCENT,
      typeOptions: { minValue: 1, maxValue: 100 },
      displayOptions: { show: { '/operation': [...limitOperations] } },
      description: 'Percent of a limit from which on nearLimit is true',
    },
    {
      ...planNamesField,
      displayOptions: { show: { '/operation': [...limitOperations], '/profileFrom': ['item'] } },
    },
    {
      displayName: 'Response Headers',
      name: 'headers',
      type: 'options',
      options: [
        { name: 'None', value: 'none', description: 'No headers' },
        {
          name: 'Standard',
          value: 'standard',
          description: 'RateLimit-Policy, RateLimit and Retry-After, as in the current IETF draft',
        },
        {
          name: 'Standard and Legacy',
          value: 'legacy',
          description: 'Also RateLimit-Limit, RateLimit-Remaining and RateLimit-Reset of older drafts',
        },
      ],
      default: 'standard',
      displayOptions: { show: { '/operation': [...limitOperations] } },
      description: 'HTTP headers for Respond to Webhook to send. Those that do not apply are empty texts.',
    },
  ],
};
