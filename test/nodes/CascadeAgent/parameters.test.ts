import { describe, expect, it } from '@jest/globals';
import { InvalidParameterError, PRESETS } from '../../../core';
import { labels, readParameters } from '../../../nodes/CascadeAgent/parameters';
import { nodeContext } from '../../support/nodeContext';

const read = (parameters: object) =>
  readParameters(nodeContext({ parameters: { text: 'Hi', preset: 'balanced', ...parameters } }), 0);

const price = (row: object) => ({
  options: {
    modelPrices: { prices: [{ model: 'a', inputPerMillion: 1, outputPerMillion: 2, ...row }] },
  },
});

describe('readParameters', () => {
  it('gives the preset when no option is set', () => {
    expect(read({})).toEqual({
      query: 'Hi',
      settings: { ...PRESETS.balanced, preset: 'balanced', systemMessage: '' },
      prices: new Map(),
      includeInputFields: true,
    });
  });

  it('prefers the options', () => {
    const options = {
      qualityThreshold: 0,
      timeoutSeconds: 1.5,
      systemMessage: 'Be brief.',
      includeInputFields: false,
    };
    expect(read({ options, preset: 'qualityFirst' })).toMatchObject({
      settings: { threshold: 0, timeoutMs: 1500, systemMessage: 'Be brief.', whenVerifierFails: 'fail' },
      includeInputFields: false,
    });
  });

  it('reads each item by itself', () => {
    const parameters = [
      { text: 'one', preset: 'balanced', options: { qualityThreshold: 0.1 } },
      { text: 'two', preset: 'costSaver', options: {} },
    ];
    const context = nodeContext({ parameters });
    expect(readParameters(context, 0)).toMatchObject({ query: 'one', settings: { threshold: 0.1 } });
    expect(readParameters(context, 1)).toMatchObject({ query: 'two', settings: { threshold: 0.5 } });
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
