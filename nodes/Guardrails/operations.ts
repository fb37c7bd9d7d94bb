import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { readChoice } from '../shared/choice';

export const operations = ['check', 'redact', 'restore'] as const;
export type Operation = (typeof operations)[number];

export const operationField: INodeProperties = {
  displayName: 'Operation',
  name: 'operation',
  type: 'options',
  noDataExpression: true,
  options: [
    {
      name: 'Check Text for Violations',
      value: 'check',
      action: 'Check text for violations',
      description: 'Send the item on by Pass or by Fail: abuse, personal data, secret keys, prompt injection',
    },
    {
      name: 'Redact Text',
      value: 'redact',
      action: 'Redact text',
      description: 'Replace personal data, secret keys and the like, for good or so that Restore can undo it',
    },
    {
      name: 'Restore Text',
      value: 'restore',
      action: 'Restore redacted text',
      description: "Put back what Redact replaced, for example in a model's answer",
    },
  ],
  default: 'check',
  description: 'What to do with the text',
};

/** @throws {InvalidParameterError} */
export function readOperation(context: IExecuteFunctions, itemIndex: number): Operation {
  const given: unknown = context.getNodeParameter('operation', itemIndex, 'check');
  return readChoice('Operation', given, operations);
}
