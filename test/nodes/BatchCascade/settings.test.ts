import { describe, expect, it } from '@jest/globals';
import { readBatchSettings, readKeepTime, readReturns } from '../../../nodes/BatchCascade/settings';
import { nodeContext } from '../../support/nodeContext';

const read = (parameters: object) => readBatchSettings(nodeContext({ parameters: { ...parameters } }));
const withOptions = (options: object) => read({ options });

describe('the settings of a batch', () => {
  it('leave everything to core when nothing is chosen', () => {
    expect(read({})).toEqual({
      strategy: 'auto',
      maxConcurrency: undefined,
      stopOnError: false,
      totalTimeoutMs: undefined,
      longestWaitMs: undefined,
      maxCostUsd: undefined,
      answersDuplicatesOnce: false,
      batchId: undefined,
      limitScope: 'query',
      jobs: { longestWaitMs: undefined, fallback: 'individual', discount: undefined },
    });
    const context = nodeContext();
    expect(readKeepTime(context)).toBeUndefined();
    expect(readReturns(context)).toEqual({ includesInputFields: true, returnsTrace: false });
  });

  it.each<[string, unknown, object]>([
    ['answerDuplicatesOnce', true, { answersDuplicatesOnce: true }],
    ['jobDiscountPercent', 25, { jobs: { discount: 0.25 } }],
    ['jobDiscountPercent', 0, { jobs: { discount: 0 } }],
    ['jobFallback', 'fail', { jobs: { fallback: 'fail' } }],
    ['jobWaitMinutes', 60, { jobs: { longestWaitMs: 3_600_000 } }],
    ['limitScope', 'batch', { limitScope: 'batch' }],
    ['longestWaitMinutes', 0.5, { longestWaitMs: 30_000 }],
    ['maxBatchCostUsd', 0, { maxCostUsd: 0 }],
    ['maxConcurrency', 7, { maxConcurrency: 7 }],
    ['stopOnError', true, { stopOnError: true }],
    ['totalMinutes', 0.001, { totalTimeoutMs: 60 }],
  ])('read the option %s: %j', (name, given, expected) => {
    expect(withOptions({ [name]: given })).toMatchObject(expected);
  });

  it('take the number at once from where the strategy has it', () => {
    const options = { maxConcurrency: 7 };
    expect(read({ strategy: 'parallel', queriesAtOnce: 3, options })).toMatchObject({ maxConcurrency: 3 });
    expect(read({ strategy: 'parallel', options })).toMatchObject({ maxConcurrency: 10 });
    expect(read({ strategy: 'adaptive', queriesAtOnce: 3, options })).toMatchObject({ maxConcurrency: 7 });
  });

  it.each<[unknown, string | undefined]>([
    ['nightly', 'nightly'],
    [20_260_101, '20260101'],
    ['', undefined],
    [null, undefined],
    [undefined, undefined],
  ])('read the Batch ID %j', (batchId, expected) => {
    expect(read({ batchId }).batchId).toBe(expected);
  });

  it.each<[string, object]>([
    ['Strategy', { strategy: 'fast' }],
    ['Strategy', { strategy: 5 }],
    ['Queries at Once', { strategy: 'parallel', queriesAtOnce: 0 }],
    ['Queries at Once', { strategy: 'parallel', queriesAtOnce: 1.5 }],
    ['Queries at Once', { strategy: 'parallel', queriesAtOnce: 1001 }],
    ['Queries at Once', { strategy: 'parallel', queriesAtOnce: '10' }],
    ['Queries at Once', { strategy: 'parallel', queriesAtOnce: Number.NaN }],
    ['Max Queries at Once', { options: { maxConcurrency: 0 } }],
    ['Max Queries at Once', { options: { maxConcurrency: '5' } }],
    ['Batch ID', { batchId: ' ' }],
    ['Batch ID', { batchId: ['nightly'] }],
    ['Batch ID', { batchId: true }],
    ['Count Against Limits', { options: { limitScope: 'all' } }],
    ['Give Up After (Minutes)', { options: { longestWaitMinutes: 0 } }],
    ['Give Up After (Minutes)', { options: { longestWaitMinutes: 1441 } }],
    ['Give Up After (Minutes)', { options: { longestWaitMinutes: '10' } }],
    ['If Provider Takes No Jobs', { options: { jobFallback: 'hope' } }],
    ['Job Discount (%)', { options: { jobDiscountPercent: 101 } }],
    ['Job Discount (%)', { options: { jobDiscountPercent: -1 } }],
    ['Job Discount (%)', { options: { jobDiscountPercent: '50' } }],
    ['Job Discount (%)', { options: { jobDiscountPercent: Number.NaN } }],
    ['Max Cost of the Batch (USD)', { options: { maxBatchCostUsd: -0.1 } }],
    ['Max Cost of the Batch (USD)', { options: { maxBatchCostUsd: Infinity } }],
    ['Max Cost of the Batch (USD)', { options: { maxBatchCostUsd: '1' } }],
    ['Time Limit of the Batch (Minutes)', { options: { totalMinutes: 0 } }],
    ['Time Limit of the Batch (Minutes)', { options: { totalMinutes: Number.NaN } }],
    ['Time Limit of the Batch (Minutes)', { options: { totalMinutes: 10_081 } }],
    ['Wait for Jobs Up To (Minutes)', { options: { jobWaitMinutes: 0 } }],
    ['Wait for Jobs Up To (Minutes)', { options: { jobWaitMinutes: 'a day' } }],
  ])('refuse a wrong %s by the name in the panel: %j', (label, parameters) => {
    expect(() => read(parameters)).toThrow(`Parameter "${label}" is `);
  });

  it.each([0.09, 721, '24', Number.NaN])('refuse to keep results for %j hours', (keepHours) => {
    expect(() => readKeepTime(nodeContext({ parameters: { options: { keepHours } } }))).toThrow(
      /^Parameter "Keep Results For \(Hours\)" is .*, but must be a number from 0\.1 to 720$/,
    );
  });
});
