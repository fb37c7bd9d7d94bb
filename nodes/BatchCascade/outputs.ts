import type { INodeExecutionData, INodeOutputConfiguration } from 'n8n-workflow';
import { operations } from './operations';

type Outputs = readonly INodeOutputConfiguration[];

/** The outputs of operations whose outcome is the answers to queries. */
const answers: Outputs = [
  { type: 'main', displayName: 'Results' },
  { type: 'main', displayName: 'Failed' },
  { type: 'main', displayName: 'Summary' },
];
const job: Outputs = [{ type: 'main', displayName: 'Job' }];

/** What is no operation fails as a batch that cannot be run. */
function outputsFor(operation: unknown): Outputs {
  const known = operations.find((each) => each === operation) ?? 'run';
  return known === 'run' || known === 'getResults' ? answers : job;
}

/** As a table: the editor evaluates this on every change. */
const outputsByOperation = JSON.stringify(
  Object.fromEntries(operations.map((operation) => [operation, outputsFor(operation)])),
);

export const outputsExpression =
  `={{ (${outputsByOperation})[$parameter.operation] ?? ${JSON.stringify(answers)} }}` as const;

/** A fault leaves where answers do not. n8n moves it from there when the node has an error output. */
export function leavingAsFault(operation: unknown, fault: INodeExecutionData): INodeExecutionData[][] {
  return outputsFor(operation).map(({ displayName }) =>
    displayName === 'Failed' || displayName === 'Job' ? [fault] : [],
  );
}
