import { describe, expect, it } from '@jest/globals';
import { BatchProcessingError, requireAll } from '../../../core/batch/batchProcessingError';
import { runBatch } from '../../../core/batch/runBatch';
import { CascadeError } from '../../../core/errors/cascadeError';
import { Fault, queries } from './support/work';

describe('who needs every answer', () => {
  it('has them as a list', async () => {
    expect(requireAll(await runBatch(queries(3), (query) => Promise.resolve(query * 2)))).toEqual([0, 2, 4]);
  });

  it('is told by an error that has the result, and why the first one failed', async () => {
    const result = await runBatch(queries(3), (query) => {
      if (query === 1) throw new Fault(400);
      return Promise.resolve(query);
    });
    const error = catching(() => requireAll(result));
    expect(error).toBeInstanceOf(BatchProcessingError);
    expect(CascadeError.is(error)).toBe(true);
    expect(error).toMatchObject({
      code: 'BATCH_INCOMPLETE',
      message: 'Of 3 queries, 1 failed and 0 were not run',
      result,
      cause: { status: 400 },
    });
  });
});

function catching(call: () => unknown): unknown {
  try {
    return call();
  } catch (error) {
    return error;
  }
}
