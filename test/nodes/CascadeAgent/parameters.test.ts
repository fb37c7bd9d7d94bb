import { describe, expect, it } from '@jest/globals';
import { createUserProfile, InvalidParameterError, PRESETS, type UserProfile } from '../../../core';
import { labels, readParameters } from '../../../nodes/CascadeAgent/parameters';
import { nodeContext } from '../../support/nodeContext';

const read = (parameters: object, profile?: UserProfile) =>
  readParameters(nodeContext({ parameters: { text: 'Hi', preset: 'balanced', ...parameters } }), 0, profile);
const withOptions = (options: object) => read({ options });

const price = (row: object) => ({
  options: {
    modelPrices: { prices: [{ model: 'a', inputPerMillion: 1, outputPerMillion: 2, ...row }] },
  },
});

describe('readParameters', () => {
  it('gives the preset when no option is set', () => {
    expect(read({})).toEqual({
      query: 'Hi',
      settings: {
        ...PRESETS.balanced,
        preset: 'balanced',
        systemMessage: '',
        maxCostUsd: null,
        auditShare: 0,
      },
      domains: [],
      prices: new Map(),
      hasOutputParser: false,
      verifyAfterTools: [],
      maxIterations: undefined,
      passImages: true,
      learns: false,
      cacheMs: undefined,
      estimatedCostUsd: 0,
      reservationId: undefined,
      whenUnavailable: 'fail',
      refusals: { limited: undefined, blocked: undefined },
      streams: true,
      includesInputFields: true,
      returnsSteps: false,
      returnsTrace: false,
    });
  });

  it('prefers the options', () => {
    const options = { qualityThreshold: 0, timeoutSeconds: 1.5, systemMessage: 'Be brief.' };
    expect(read({ options, preset: 'qualityFirst' })).toMatchObject({
      settings: { threshold: 0, timeoutMs: 1500, systemMessage: 'Be brief.', whenVerifierFails: 'fail' },
    });
  });

  it.each<[string, unknown, object]>([
    ['cacheMinutes', 60, { cacheMs: 3_600_000 }],
    ['cacheMinutes', 0, { cacheMs: undefined }],
    ['cacheMinutes', 0.0001, { cacheMs: 1000 }],
    [
      'customDomains',
      { domain: [{ name: 'billing', keywords: 'refund' }] },
      { domains: [{ name: 'billing' }] },
    ],
    ['enableStreaming', false, { streams: false }],
    ['estimatedCost', 0.25, { estimatedCostUsd: 0.25 }],
    ['includeInputFields', false, { includesInputFields: false }],
    ['learn', true, { learns: true }],
    ['learn', false, { learns: false }],
    ['maxIterations', 3, { maxIterations: 3 }],
    ['passImages', false, { passImages: false }],
    [
      'refusals',
      { texts: { limited: 'Later.', blocked: ' ' } },
      { refusals: { limited: 'Later.', blocked: undefined } },
    ],
    ['reservationId', 'r1', { reservationId: 'r1' }],
    ['reservationId', '', { reservationId: undefined }],
    ['returnSteps', true, { returnsSteps: true }],
    ['returnTrace', true, { returnsTrace: true }],
    ['verifyAfterTools', 'refund, book_flight,', { verifyAfterTools: ['refund', 'book_flight'] }],
    ['verifyAfterTools', ['refund'], { verifyAfterTools: ['refund'] }],
    ['whenUnavailable', 'allow', { whenUnavailable: 'allow' }],
  ])('reads the option %s: %j', (name, given, expected) => {
    expect(withOptions({ [name]: given })).toMatchObject(expected);
  });

  it('takes the preset from the profile when told to', () => {
    const profile = createUserProfile('PRO', 'ann', { quality: 'best' });
    expect(read({ preset: 'profile' }, profile)).toMatchObject({ settings: { preset: 'qualityFirst' } });
    expect(() => read({ preset: 'profile' })).toThrow(
      'Parameter "Preset" is "From User Profile", but must be a preset of its own as long as User Profile From is No User',
    );
  });

  it('reads each item by itself', () => {
    const parameters = [
      { text: 'one', preset: 'balanced', options: { qualityThreshold: 0.1 } },
      { text: 'two', preset: 'costSaver', options: {} },
    ];
    const context = nodeContext({ parameters });
    expect(readParameters(context, 0, undefined)).toMatchObject({
      query: 'one',
      settings: { threshold: 0.1 },
    });
    expect(readParameters(context, 1, undefined)).toMatchObject({
      query: 'two',
      settings: { threshold: 0.5 },
    });
  });

  it('reads prices by the name of the model, the last one of a name', () => {
    const prices = [
      { model: ' a ', inputPerMillion: 0, outputPerMillion: 0.5 },
      { model: '__proto__', inputPerMillion: 1, outputPerMillion: 1 },
      { model: 'a', inputPerMillion: 2, outputPerMillion: 3 },
    ];
    expect([...read({ options: { modelPrices: { prices } } }).prices]).toEqual([
      ['a', { inputPerMillion: 2, outputPerMillion: 3 }],
      ['__proto__', { inputPerMillion: 1, outputPerMillion: 1 }],
    ]);
  });

  it.each<[string, object]>([
    ['Prompt (User Message)', { text: '' }],
    ['Prompt (User Message)', { text: undefined }],
    ['Prompt (User Message)', { text: 5 }],
    ['Preset', { preset: 'cheap' }],
    ['Quality Threshold', { options: { qualityThreshold: 1.5 } }],
    ['Quality Threshold', { options: { qualityThreshold: '0.5' } }],
    ['Quality Threshold', { options: { qualityThreshold: Number.NaN } }],
    ['Timeout per Model', { options: { timeoutSeconds: 0 } }],
    ['Timeout per Model', { options: { timeoutSeconds: 0.0001 } }],
    ['Timeout per Model', { options: { timeoutSeconds: 3601 } }],
    ['Timeout per Model', { options: { timeoutSeconds: Number.NaN } }],
    ['Timeout per Model', { options: { timeoutSeconds: '60' } }],
    ['System Message', { options: { systemMessage: 5 } }],
    ['Cache Answers For (Minutes)', { options: { cacheMinutes: -1 } }],
    ['Cache Answers For (Minutes)', { options: { cacheMinutes: 43_201 } }],
    ['Cache Answers For (Minutes)', { options: { cacheMinutes: Number.NaN } }],
    ['Cache Answers For (Minutes)', { options: { cacheMinutes: '60' } }],
    ['Estimated Cost (USD)', { options: { estimatedCost: '0.1' } }],
    ['If Store Is Unavailable', { options: { whenUnavailable: 'hope' } }],
    ['Max Iterations', { options: { maxIterations: '3' } }],
    ['Reservation ID', { options: { reservationId: 7 } }],
    ['Custom Domains: Name', { options: { customDomains: { domain: [{ name: '' }] } } }],
    ['Model Prices: Model', price({ model: ' ' })],
    ['Model Prices: Model', price({ model: 5 })],
    ['Model Prices: Input Price', price({ inputPerMillion: -1 })],
    ['Model Prices: Output Price', price({ outputPerMillion: Infinity })],
    ['Model Prices: Output Price', price({ outputPerMillion: '2' })],
  ])('refuses a wrong %s by the name in the panel: %j', (label, parameters) => {
    expect(messageOf(() => read(parameters))).toContain(`Parameter "${label}" is `);
  });
});

/** What a refusal says, as the node shows it. */
function messageOf(reading: () => unknown): string {
  try {
    reading();
  } catch (error) {
    if (error instanceof InvalidParameterError)
      return error.renamed(labels.get(error.parameter) ?? error.parameter).message;
  }
  throw new Error('It was not refused');
}
