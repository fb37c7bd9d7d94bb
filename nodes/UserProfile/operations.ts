import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { readChoice } from '../shared/choice';

const operations = ['changeTier', 'upsert', 'delete', 'export', 'get', 'getAll', 'import'] as const;

export type Operation = (typeof operations)[number];

export const operationField: INodeProperties = {
  displayName: 'Operation',
  name: 'operation',
  type: 'options',
  noDataExpression: true,
  options: [
    {
      name: 'Change Tier',
      value: 'changeTier',
      action: 'Change the tier of a user',
      description: 'Move a user to another tier, and change nothing else',
    },
    {
      name: 'Create or Update',
      value: 'upsert',
      action: 'Create or update a profile',
      description: 'Create a new profile, or update the current one if it already exists (upsert)',
    },
    {
      name: 'Delete',
      value: 'delete',
      action: 'Delete a user',
      description: 'Erase the profile of a user and all that is counted of their usage',
    },
    {
      name: 'Export',
      value: 'export',
      action: 'Export a user',
      description: 'Give all that is stored about a user: profile and usage',
    },
    {
      name: 'Get',
      value: 'get',
      action: 'Get a profile',
      description: 'Get the profile of a user',
    },
    {
      name: 'Get Many',
      value: 'getAll',
      action: 'Get many profiles',
      description: 'Get the profiles of many users, or of those of a tier',
    },
    {
      name: 'Import',
      value: 'import',
      action: 'Import profiles',
      description: 'Store the profile, or the row of a table, that each item brings along',
    },
  ],
  default: 'get',
  description: 'What to do with profiles',
};

/** @throws {InvalidParameterError} */
export function readOperation(context: IExecuteFunctions, itemIndex: number): Operation {
  return readChoice('Operation', context.getNodeParameter('operation', itemIndex, 'get'), operations);
}
