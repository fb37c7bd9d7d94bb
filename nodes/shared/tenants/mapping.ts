import type { INodeProperties } from 'n8n-workflow';
import { InvalidParameterError, TIER_LEVELS, type RowMapping } from '../../../core';
import { asRecord, stringIn } from '../shape';

type Columns = NonNullable<RowMapping['columns']>;

/** The fields of a profile that may have a column, by what the panel calls them. */
const fields: readonly (readonly [label: string, keyof Columns])[] = [
  ['Concurrent Requests', 'customConcurrency'],
  ['Content Moderation', 'enableContentModeration'],
  ['Cost Sensitivity', 'costSensitivity'],
  ['Created At', 'createdAt'],
  ['Daily Budget (USD)', 'customDailyBudget'],
  ['Domain Models', 'domainModels'],
  ['Latency', 'latency'],
  ['Metadata', 'metadata'],
  ['PII Detection', 'enablePiiDetection'],
  ['Preferred Domains', 'preferredDomains'],
  ['Preferred Models', 'preferredModels'],
  ['Quality', 'quality'],
  ['Requests per Day', 'customRequestsPerDay'],
  ['Requests per Hour', 'customRequestsPerHour'],
  ['Strict Guardrails', 'strictGuardrails'],
  ['Telemetry Labels', 'telemetryLabels'],
  ['Telemetry Opt-In', 'telemetryOptIn'],
  ['Tier', 'tier'],
  ['User ID', 'userId'],
];

/** For tables that were there first: what they call the fields and the tiers. */
export const columnNamesField: INodeProperties = {
  displayName: 'Column Names',
  name: 'columnNames',
  type: 'fixedCollection',
  typeOptions: { multipleValues: true },
  default: {},
  placeholder: 'Add Column',
  description:
    'Columns that are not called user_id, tier, custom_requests_per_hour and so on. Columns that are, need no entry.',
  options: [
    {
      displayName: 'Column',
      name: 'columns',
      values: [
        {
          displayName: 'Column',
          name: 'column',
          type: 'string',
          default: '',
          placeholder: 'e.g. customer_ref',
          description: 'Name of the column in the incoming item',
        },
        {
          displayName: 'Field',
          name: 'field',
          type: 'options',
          options: fields.map(([name, value]) => ({ name, value })),
          default: 'userId',
          description: 'What the column holds',
        },
      ],
    },
  ],
};

export const planNamesField: INodeProperties = {
  displayName: 'Plan Names',
  name: 'planNames',
  type: 'fixedCollection',
  typeOptions: { multipleValues: true },
  default: {},
  placeholder: 'Add Plan',
  description: 'What the table calls the tiers, where it has names of its own',
  options: [
    {
      displayName: 'Plan',
      name: 'plans',
      values: [
        {
          displayName: 'Plan',
          name: 'plan',
          type: 'string',
          default: '',
          placeholder: 'e.g. basic',
          description: 'Name of the plan in the table, in any case',
        },
        {
          displayName: 'Tier',
          name: 'tier',
          type: 'options',
          options: TIER_LEVELS.map((level) => ({ name: level, value: level })),
          default: 'FREE',
          description: 'The tier that it stands for',
        },
      ],
    },
  ],
};

/** @throws {InvalidParameterError} for an entry that was not filled in */
export function readMapping(options: Record<string, unknown>): RowMapping {
  const columns = rowsIn(options['columnNames'], 'columns').map((row) => {
    const field = fields.find(([, name]) => name === row['field']);
    if (!field) throw new InvalidParameterError('Column Names: Field', row['field'], 'a field of a profile');
    return [field[1], readText('Column Names: Column', row, 'column')] as const;
  });
  const plans = rowsIn(options['planNames'], 'plans').map(
    (row) => [readText('Plan Names: Plan', row, 'plan'), readText('Plan Names: Tier', row, 'tier')] as const,
  );
  return {
    ...(columns.length > 0 ? { columns: Object.fromEntries(columns) } : {}),
    ...(plans.length > 0 ? { tierNames: Object.fromEntries(plans) } : {}),
  };
}

function rowsIn(collection: unknown, name: string): Record<string, unknown>[] {
  const rows = asRecord(collection)[name];
  return Array.isArray(rows) ? rows.map(asRecord) : [];
}

function readText(label: string, row: Record<string, unknown>, name: string): string {
  const text = stringIn(row, name);
  if (text !== undefined) return text;
  throw new InvalidParameterError(label, row[name], 'a text that is not empty');
}
