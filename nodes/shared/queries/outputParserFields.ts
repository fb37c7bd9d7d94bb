import type { INodeProperties } from 'n8n-workflow';

export const outputParserFields: readonly INodeProperties[] = [
  {
    displayName: 'Require Specific Output Format',
    name: 'hasOutputParser',
    type: 'boolean',
    default: false,
    noDataExpression: true,
    description:
      'Whether the answer has to fit an output parser that is connected below the node. A draft that does not is escalated.',
  },
];
