import { describe, expect, it } from '@jest/globals';
import { InvalidParameterError, PRESETS, presetNames, type ReadSettings } from '../../../../core';
import {
  readCustomDomains,
  readSettingsFields,
  settingLabels,
} from '../../../../nodes/shared/cascade/readSettingsFields';
import { settingsFields } from '../../../../nodes/shared/cascade/settingsFields';

const thresholds = (...rows: object[]) => ({ threshold: rows });

/** A value for each field that is none of the preset's, and what becomes of it. */
const given: [field: string, value: unknown, expected: Partial<ReadSettings>][] = [
  ['auditPercent', 5, { auditShare: 0.05 }],
  [
    'domainThresholds',
    thresholds({ domain: ' legal ', threshold: 0.95 }),
    { domainThresholds: new Map([['legal', 0.95]]) },
  ],
  ['judge', 'when_doubtful', { judge: 'when_doubtful' }],
  ['logprobs', true, { logprobs: true }],
  ['longestWaitSeconds', 0, { longestWaitMs: 0 }],
  ['longestWaitSeconds', 30, { longestWaitMs: 30_000 }],
  ['maxCostUsd', 0.02, { maxCostUsd: 0.02 }],
  ['mode', 'speculative', { mode: 'speculative' }],
  ['qualityThreshold', 0.4, { threshold: 0.4 }],
  ['retries', 3, { retries: 3 }],
  ['routing', 'draft_first', { routing: 'draft_first' }],
  ['samples', 4, { samples: 4 }],
  ['systemMessage', 'Be brief.', { systemMessage: 'Be brief.' }],
  ['timeoutSeconds', 1.5, { timeoutMs: 1500 }],
  ['totalTimeoutSeconds', 86_400, { totalTimeoutMs: 86_400_000 }],
  ['verifyAlways', 'legal,  finance,', { verifyAlways: ['legal', 'finance'] }],
  ['verifyAlways', '', { verifyAlways: [] }],
  ['verifyAlways', ['medical'], { verifyAlways: ['medical'] }],
  ['whenVerifierFails', 'fail', { whenVerifierFails: 'fail' }],
];

/** What is wrong with a field, and what the panel calls it. */
const wrong: [field: string, value: unknown, label: string][] = [
  ['auditPercent', 101, 'Audit Share (%)'],
  ['auditPercent', '5', 'Audit Share (%)'],
  ['domainThresholds', thresholds({ domain: 'legal', threshold: 2 }), 'Domain Thresholds: Threshold'],
  ['domainThresholds', thresholds({ domain: ' ', threshold: 0.5 }), 'Domain Thresholds: Domain'],
  ['judge', 'always', 'Doubtful Drafts'],
  ['logprobs', 'yes', 'Ask for Log-Probabilities'],
  ['longestWaitSeconds', -1, 'Max Wait for Retry'],
  ['longestWaitSeconds', 3601, 'Max Wait for Retry'],
  ['maxCostUsd', -0.01, 'Max Cost per Query (USD)'],
  ['maxCostUsd', Infinity, 'Max Cost per Query (USD)'],
  ['mode', 'parallel', 'Mode'],
  ['qualityThreshold', 1.01, 'Quality Threshold'],
  ['retries', 1.5, 'Retries per Model'],
  ['retries', 11, 'Retries per Model'],
  ['routing', 'random', 'Routing'],
  ['samples', 6, 'Samples to Compare'],
  ['systemMessage', 7, 'System Message'],
  ['timeoutSeconds', 0, 'Timeout per Model'],
  ['totalTimeoutSeconds', 86_401, 'Timeout in Total'],
  ['whenVerifierFails', 'pray', 'If Verifier Fails'],
];

const labels = new Map(settingLabels);

/** The panel's name for what is refused. */
function labelOf(reading: () => unknown): string {
  try {
    reading();
  } catch (error) {
    if (error instanceof InvalidParameterError) return labels.get(error.parameter) ?? error.parameter;
  }
  throw new Error('It was not refused');
}

describe('the settings of the panel', () => {
  it.each(presetNames)('are those of the preset when no field is set: %s', (preset) => {
    expect(readSettingsFields(preset, {})).toEqual({
      ...PRESETS[preset],
      preset,
      systemMessage: '',
      maxCostUsd: null,
      auditShare: 0,
    });
  });

  it.each(given)('%s %j reaches the cascade, and changes nothing else', (field, value, expected) => {
    const settings = readSettingsFields('balanced', { [field]: value });
    expect(settings).toEqual({ ...readSettingsFields('balanced', {}), ...expected });
  });

  it('are all tried here', () => {
    const apart = ['customDomains', 'modelPrices'];
    const fields = settingsFields.map(({ name }) => name).filter((name) => !apart.includes(name));
    expect(given.map(([field]) => field)).toEqual(expect.arrayContaining(fields));
    expect([...wrong.map(([field]) => field), 'verifyAlways']).toEqual(expect.arrayContaining(fields));
  });

  it.each(wrong)('%s %j is refused by its name in the panel', (field, value, label) => {
    expect(labelOf(() => readSettingsFields('balanced', { [field]: value }))).toBe(label);
  });

  it('refuse a preset that there is not', () => {
    expect(labelOf(() => readSettingsFields('cheapest', {}))).toBe('Preset');
  });

  it('keep names of domains that mean something to JavaScript', () => {
    const domainThresholds = thresholds({ domain: '__proto__', threshold: 0.3 });
    expect([...readSettingsFields('balanced', { domainThresholds }).domainThresholds]).toEqual([
      ['__proto__', 0.3],
    ]);
  });
});

describe('custom domains', () => {
  it('have keywords between commas and examples on lines', () => {
    const domain = [
      { name: ' billing ', keywords: 'invoice, refund', examples: 'Why, oh why?\n\nAnd when? ' },
    ];
    expect(readCustomDomains({ domain })).toEqual([
      { name: 'billing', keywords: ['invoice', 'refund'], examples: ['Why, oh why?', 'And when?'] },
    ]);
    expect(readCustomDomains(undefined)).toEqual([]);
  });

  it.each([[''], ['  '], [undefined], [7]])('need a name: %j', (name) => {
    expect(labelOf(() => readCustomDomains({ domain: [{ name }] }))).toBe('Custom Domains: Name');
  });
});
