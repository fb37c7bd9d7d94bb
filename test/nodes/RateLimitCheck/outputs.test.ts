import { describe, expect, it } from '@jest/globals';
import { operations } from '../../../nodes/RateLimitCheck/operations';
import { outputsExpression, waysOut } from '../../../nodes/RateLimitCheck/outputs';
import { evaluate } from '../../support/evaluate';

const twoWays = [
  { type: 'main', displayName: 'Allowed' },
  { type: 'main', displayName: 'Limited' },
];

const outputsOf = (operation: unknown) => evaluate(outputsExpression, { $parameter: { operation } });
const ways = (operation: unknown, type = 'n8n-nodes-cascadeflow.rateLimitCheck') =>
  waysOut(operation, { type });

describe('the outputs', () => {
  it.each(['checkAndCount', 'checkOnly'])('are two for %s', (operation) => {
    expect(outputsOf(operation)).toEqual(twoWays);
    expect(ways(operation)).toEqual({ count: 2, limited: 1 });
  });

  it.each(['getUsage', 'recordCost', 'release', 'resetUser'])('are one for %s', (operation) => {
    expect(outputsOf(operation)).toEqual(['main']);
    expect(ways(operation)).toEqual({ count: 1, limited: 0 });
  });

  it.each([undefined, null, '', 'toString', '__proto__', 7])(
    'are two for what is no operation: %j',
    (given) => {
      expect(ways(given)).toEqual({ count: 2, limited: 1 });
    },
  );

  it.each(operations)('of a tool are one, which is all that an agent reads: %s', (operation) => {
    const type = 'n8n-nodes-cascadeflow.rateLimitCheckTool';
    expect(ways(operation, type)).toEqual({ count: 1, limited: 0 });
  });
});
