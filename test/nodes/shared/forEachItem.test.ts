import { describe, expect, it } from '@jest/globals';
import { NodeOperationError, type INodeExecutionData } from 'n8n-workflow';
import { AllModelsFailedError } from '../../../core';
import { forEachItem } from '../../../nodes/shared/forEachItem';
import { nodeContext } from '../../support/nodeContext';

const items = [{ json: { n: 1 } }, { json: { n: 2 } }, { json: { n: 3 } }];
const labels = new Map<string, string>();

/** Doubles a number, but not 2. */
const double = ({ json: { n } }: INodeExecutionData) =>
  n === 2 ? Promise.reject(new Error('not this one')) : Promise.resolve({ twice: Number(n) * 2 });

describe('forEachItem', () => {
  it('links each result to its item and keeps its files', async () => {
    const binary = { data: { data: 'AA', mimeType: 'text/plain' } };
    const context = nodeContext({ items: [{ json: { n: 1 }, binary }, { json: { n: 3 } }] });
    expect(await forEachItem(context, labels, double)).toEqual([
      { json: { twice: 2 }, pairedItem: { item: 0 }, binary },
      { json: { twice: 6 }, pairedItem: { item: 1 } },
    ]);
  });

  it('stops at the first failed item, and names it', async () => {
    const failure = forEachItem(nodeContext({ items }), labels, double);
    await expect(failure).rejects.toThrow(NodeOperationError);
    await expect(failure).rejects.toMatchObject({ message: 'not this one', context: { itemIndex: 1 } });
  });

  it('fails one item alone when the workflow goes on', async () => {
    const context = nodeContext({ items, continueOnFail: true });
    expect(await forEachItem(context, labels, double)).toEqual([
      { json: { twice: 2 }, pairedItem: { item: 0 } },
      { json: { error: 'not this one' }, pairedItem: { item: 1 } },
      { json: { twice: 6 }, pairedItem: { item: 2 } },
    ]);
  });

  it('tells what the attempts of a failed item cost', async () => {
    const context = nodeContext({ continueOnFail: true });
    const failing = () => Promise.reject(new AllModelsFailedError([], 0.25, undefined));
    const [failed] = await forEachItem(context, labels, failing);
    expect(failed?.json).toMatchObject({
      error: 'No model of the cascade gave an answer',
      details: { attempts: [], costUsd: 0.25 },
    });
  });

  it('does not go on once the execution is cancelled', async () => {
    const cancelSignal = AbortSignal.abort(new Error('cancelled'));
    const context = nodeContext({ items, continueOnFail: true, cancelSignal });
    await expect(forEachItem(context, labels, double)).rejects.toThrow('not this one');
  });

  it('makes nothing of no items', async () => {
    expect(await forEachItem(nodeContext({ items: [] }), labels, double)).toEqual([]);
  });
});
