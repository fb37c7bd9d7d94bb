import { describe, expect, it } from '@jest/globals';
import type { INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';
import { BatchCascade } from '../../../nodes/BatchCascade/BatchCascade.node';
import type { ContextOptions, WiredModel } from '../../support/nodeContext';
import { tenantContext } from '../../support/tenantContext';

const parameters = {
  operation: 'run',
  text: 'What is the capital of Japan?',
  preset: 'balanced',
  numberOfModels: 2,
};

function saying(input: number, content: string): WiredModel {
  const invoke = () =>
    Promise.resolve({ content, usage_metadata: { input_tokens: 1000, output_tokens: 100 } });
  return { input, name: `Model ${String(input)}`, model: { model: `model-${String(input)}`, invoke } };
}

const models = [saying(0, 'Tokyo.'), saying(1, 'The capital is Tokyo.')];

function outputsOf(options: ContextOptions): Promise<INodeExecutionData[][]> {
  const context = tenantContext({ type: 'batchCascade', parameters, models, ...options });
  Object.assign(context, { logger: { info: () => undefined } });
  return new BatchCascade().execute.call(context);
}

describe('Batch Cascade without items', () => {
  it('has nothing to ask, and says so in the summary, whatever is connected', async () => {
    const hints: NodeExecutionHint[] = [];
    const [results, failed, summary] = await outputsOf({ items: [], models: [], hints });
    expect([results, failed]).toEqual([[], []]);
    expect(summary?.map(({ json }) => json['batch'])).toMatchObject([
      { total: 0, done: 0, failed: 0, notRun: 0, successRate: 100, costUsd: 0, models: [] },
    ]);
    expect(hints).toEqual([]);
  });

  it.each(['auto', 'sequential', 'parallel', 'adaptive', 'provider_batch'])(
    'ends at once: %s',
    async (strategy) => {
      const [, , [summary] = []] = await outputsOf({ items: [], parameters: { ...parameters, strategy } });
      expect(summary?.json['batch']).toMatchObject({ total: 0 });
    },
  );

  it('looks at no job', async () => {
    const jobs = { operation: 'getResults', modelSource: 'api' };
    expect((await outputsOf({ items: [], parameters: jobs })).flat()).toEqual([]);
  });
});

describe('Batch Cascade once the execution is cancelled', () => {
  it('asks nobody', async () => {
    const cancelSignal = AbortSignal.abort(new Error('cancelled'));
    const asked = [0, 1].map((input) => ({
      ...saying(input, ''),
      model: { invoke: () => Promise.reject(new Error('Asked')) },
    }));
    const [results, failed, [summary] = []] = await outputsOf({ models: asked, cancelSignal });
    expect(results).toEqual([]);
    expect(failed?.map(({ json }) => json['error'])).toEqual(['Not run: the batch was cancelled']);
    expect(summary?.json['batch']).toMatchObject({ notRun: 1, stoppedBecause: 'aborted' });
  });
});
