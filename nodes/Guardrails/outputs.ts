import type { INodeOutputConfiguration } from 'n8n-workflow';

type Outputs = readonly ('main' | INodeOutputConfiguration)[];

/** By which output an item leaves. */
export const PASS = 0;
export const FAIL = 1;

const twoWays: Outputs = [
  { type: 'main', displayName: 'Pass' },
  { type: 'main', displayName: 'Fail' },
];
const oneWay: Outputs = ['main'];

/** As a table: the editor evaluates this on every change. */
const outputsByOperation = JSON.stringify({ check: twoWays, redact: oneWay, restore: oneWay });

export const outputsExpression =
  `={{ (${outputsByOperation})[$parameter.operation] ?? ${JSON.stringify(twoWays)} }}` as const;

/** What is no operation fails item by item, as a check that cannot be made. */
export function numberOfOutputs(operation: unknown): number {
  return operation === 'redact' || operation === 'restore' ? oneWay.length : twoWays.length;
}
