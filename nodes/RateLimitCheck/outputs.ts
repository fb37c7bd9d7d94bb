import type { INode, INodeOutputConfiguration } from 'n8n-workflow';
import { checks, operations } from './operations';

type Outputs = readonly ('main' | INodeOutputConfiguration)[];

/** By which output an item leaves. */
export const ALLOWED = 0;
const LIMITED = 1;

const twoWays: Outputs = [
  { type: 'main', displayName: 'Allowed' },
  { type: 'main', displayName: 'Limited' },
];

/** What is no operation fails item by item, as a check that cannot be made. */
function outputsFor(operation: unknown): Outputs {
  const known = operations.find((each) => each === operation) ?? 'checkAndCount';
  return checks.includes(known) ? twoWays : ['main'];
}

/** As a table: the editor evaluates this on every change. */
const outputsByOperation = JSON.stringify(
  Object.fromEntries(operations.map((operation) => [operation, outputsFor(operation)])),
);

export const outputsExpression =
  `={{ (${outputsByOperation})[$parameter.operation] ?? ${JSON.stringify(twoWays)} }}` as const;

/** The ways out of the node as it runs. */
export interface Ways {
  readonly count: number;
  /** The output of what is not let through: of a refused item, and of one whose check failed. */
  readonly limited: number;
}

/** An agent reads the first output of a tool, and no other. The type of a tool is the node's and the word "Tool". */
export function waysOut(operation: unknown, { type }: Pick<INode, 'type'>): Ways {
  const count = type.endsWith('Tool') ? 1 : outputsFor(operation).length;
  return { count, limited: Math.min(LIMITED, count - 1) };
}
