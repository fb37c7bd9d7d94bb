import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { InvalidParameterError } from '../../core';

export const operations = [
  'checkAndCount',
  'checkOnly',
  'getUsage',
  'recordCost',
  'release',
  'resetUser',
] as const;

export type Operation = (typeof operations)[number];

/** Those that send an item on as allowed or as limited. */
export const checks: readonly Operation[] = ['checkAndCount', 'checkOnly'];

/** Those that need to know the limits of the user. */
export const limitOperations: readonly Operation[] = [...checks, 'getUsage'];

export const operationField: INodeProperties = {
  displayName: 'Operation',
  name: 'operation',
  type: 'options',
  noDataExpression: true,
  options: [
    {
      name: 'Check and Count',
      value: 'checkAndCount',
      action: 'Check and count a request',
      description: 'Let a request in and count it, or refuse it, in one step',
    },
    {
      name: 'Check Only',
      value: 'checkOnly',
      action: 'Check a request without counting it',
      description: 'Look whether a request would be let in, without counting it',
    },
    {
      name: 'Get Usage',
      value: 'getUsage',
      action: 'Get the usage of a user',
      description: 'Tell what a user has used of each limit',
    },
    {
      name: 'Record Cost',
      value: 'recordCost',
      action: 'Record the cost of a request',
      description: 'Replace the estimated cost of a counted request by the real one',
    },
    {
      name: 'Release',
      value: 'release',
      action: 'Release a counted request',
      description: 'Take a counted request back, as if it had never been made',
    },
    {
      name: 'Reset User',
      value: 'resetUser',
      action: 'Reset the usage of a user',
      description: 'Forget what a user has used, open requests included',
    },
  ],
  default: 'checkAndCount',
  description: 'What to do with the limits of a user',
};

/** @throws {InvalidParameterError} */
export function readOperation(context: IExecuteFunctions, itemIndex: number): Operation {
  const given: unknown = context.getNodeParameter('operation', itemIndex, 'checkAndCount');
  const operation = operations.find((known) => known === given);
  if (operation) return operation;
  throw new InvalidParameterError('Operation', given, `one of ${operations.join(', ')}`);
}
