import { describe, expect, it } from '@jest/globals';
import { suppliedModels, wiredInputs } from '../../../../nodes/shared/connectedModels/subNodes';
import { nodeContext, type WiredModel } from '../../../support/nodeContext';

const wired = (input: number, name: string): WiredModel => ({ input, name, model: { name } });

describe('the connected models', () => {
  it.each<[string, WiredModel[]]>([
    ['two', [wired(0, 'Mini'), wired(1, 'Large')]],
    ['one', [wired(0, 'Mini')]],
    ['one at the second input', [wired(1, 'Large')]],
    ['two with a hole between', [wired(0, 'Mini'), wired(2, 'Large')]],
    ['named like parts of objects', [wired(0, '__proto__'), wired(1, 'constructor')]],
    ['none', []],
  ])('%s, stand at their inputs', async (_what, models) => {
    const context = nodeContext({ models });
    const supplied = await suppliedModels(context, 0);
    expect(supplied.map(({ input, node, model }) => ({ input, name: node.name, model }))).toEqual(models);
    expect([...wiredInputs(context)]).toEqual(models.map(({ input }) => input));
  });

  it('leave out a sub-node that is wired but disabled', async () => {
    const context = nodeContext({ models: [wired(0, 'Mini'), wired(1, 'Large')] });
    const disabled = Object.assign(context, {
      getConnectedNodes: () => [{ name: 'Large' }],
      getInputConnectionData: () => Promise.resolve([{ name: 'Large' }]),
    });
    expect((await suppliedModels(disabled, 0)).map(({ input }) => input)).toEqual([1]);
    expect([...wiredInputs(disabled)]).toEqual([1]);
  });

  it('may serve two inputs at once', async () => {
    const context = Object.assign(nodeContext({ models: [wired(0, 'Mini')] }), {
      getConnections: () => [[{ node: 'Mini' }], [{ node: 'Mini' }]],
    });
    expect((await suppliedModels(context, 0)).map(({ input }) => input)).toEqual([0, 1]);
  });

  it('cannot be told apart by an n8n that does not know the wires', () => {
    const context = new Proxy(nodeContext(), { has: (_, name) => name === 'getNode' });
    expect(() => wiredInputs(context)).toThrow('does not tell which sub-node is connected');
  });
});
