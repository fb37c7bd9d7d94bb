import { describe, expect, it } from '@jest/globals';
import { PRESETS, presetNames } from '../../../core/cascade/presets';
import { readDraftText, readQuery, readSettings, thresholdFor } from '../../../core/cascade/settings';

/** What no preset sets. */
const others = { systemMessage: '', maxCostUsd: null, auditShare: 0 };

describe('readSettings', () => {
  it('is balanced by default', () => {
    expect(readSettings({})).toEqual({ ...PRESETS.balanced, preset: 'balanced', ...others });
  });

  it.each(presetNames)('fills in what %s stands for', (preset) => {
    expect(readSettings({ preset })).toEqual({ ...PRESETS[preset], preset, ...others });
  });

  it('keeps what was chosen', () => {
    const chosen = {
      preset: 'costSaver',
      threshold: 0,
      verifyAlways: ['billing'],
      routing: 'draft_first',
      mode: 'speculative',
      samples: 5,
      judge: 'when_doubtful',
      logprobs: true,
      timeoutMs: 1,
      totalTimeoutMs: 86_400_000,
      retries: 10,
      longestWaitMs: 0,
      whenVerifierFails: 'fail',
      systemMessage: 'Be brief.',
      maxCostUsd: 0,
      auditShare: 1,
    };
    expect(readSettings(chosen)).toEqual({ ...chosen, domainThresholds: new Map() });
  });

  it('takes thresholds of domains as a map or an object', () => {
    const thresholds = { legal: 0.9, __proto__x: 0 };
    const read = new Map(Object.entries(thresholds));
    expect(readSettings({ domainThresholds: thresholds }).domainThresholds).toEqual(read);
    expect(readSettings({ domainThresholds: read }).domainThresholds).toEqual(read);
  });

  it('gives a domain its own threshold', () => {
    const settings = readSettings({ threshold: 0.6, domainThresholds: { legal: 0.9 } });
    expect(thresholdFor(settings, 'legal')).toBe(0.9);
    expect(thresholdFor(settings, 'code')).toBe(0.6);
    expect(thresholdFor(settings, 'constructor')).toBe(0.6);
  });

  it.each<[string, unknown, string]>([
    ['threshold', 1.01, 'is 1.01, but must be a number from 0 to 1'],
    ['threshold', -0.01, 'is -0.01, but must be a number from 0 to 1'],
    ['threshold', Number.NaN, 'is NaN, but must be a number from 0 to 1'],
    ['threshold', Infinity, 'is Infinity, but must be a number from 0 to 1'],
    ['threshold', '0.7', 'is "0.7", but must be a number from 0 to 1'],
    ['threshold', '', 'is empty, but must be a number from 0 to 1'],
    ['threshold', [0.7], 'is a list of 1, but must be a number from 0 to 1'],
    ['timeoutMs', 0, 'is 0, but must be a number of milliseconds from 1 to 86400000'],
    ['timeoutMs', 86_400_001, 'is 86400001, but must be a number of milliseconds from 1 to 86400000'],
    ['timeoutMs', Number.NaN, 'is NaN, but must be'],
    ['timeoutMs', '60', 'is "60", but must be'],
    ['systemMessage', 5, 'is 5, but must be a text'],
    ['systemMessage', {}, 'is an object, but must be a text'],
    ['preset', 'Balanced', 'is "Balanced", but must be one of balanced, costSaver, qualityFirst'],
    ['preset', '__proto__', 'is "__proto__", but must be one of'],
    ['preset', 7, 'is 7, but must be one of'],
    ['domainThresholds', { legal: 2 }, 'is an object, but must be numbers from 0 to 1 by domain'],
    ['domainThresholds', 0.9, 'is 0.9, but must be numbers from 0 to 1 by domain'],
    ['verifyAlways', 'legal', 'is "legal", but must be a list of names'],
    ['routing', 'always', 'is "always", but must be one of predictive, draft_first'],
    ['mode', 1, 'is 1, but must be one of sequential, speculative'],
    ['samples', 6, 'is 6, but must be a whole number from 0 to 5'],
    ['samples', 1.5, 'is 1.5, but must be a whole number from 0 to 5'],
    ['judge', true, 'is true, but must be one of never, when_doubtful'],
    ['logprobs', 'yes', 'is "yes", but must be true or false'],
    ['retries', 11, 'is 11, but must be a whole number from 0 to 10'],
    ['longestWaitMs', -1, 'is -1, but must be a number of milliseconds from 0 to 86400000'],
    ['whenVerifierFails', '', 'is empty, but must be one of best_draft, fail'],
    ['maxCostUsd', -1, 'is -1, but must be a number of US dollars from 0 on, or null'],
    ['maxCostUsd', Infinity, 'is Infinity, but must be a number of US dollars from 0 on, or null'],
    ['auditShare', 2, 'is 2, but must be a number from 0 to 1'],
  ])('refuses %s %p', (parameter, given, saying) => {
    expect(() => readSettings({ [parameter]: given })).toThrow(`Parameter "${parameter}" ${saying}`);
  });
});

describe('readQuery', () => {
  it('keeps the query as it is', () => {
    expect(readQuery(' a \n')).toBe(' a \n');
  });

  it.each<[unknown, string]>([
    ['', 'is empty, but must be a text that is not empty'],
    [' \n', 'but must be a text that is not empty'],
    [undefined, 'is missing, but must be a text'],
    [null, 'is null, but must be a text'],
    [5, 'is 5, but must be a text'],
    [['a'], 'is a list of 1, but must be a text'],
    [Symbol('a'), 'is a symbol, but must be a text'],
  ])('refuses %p', (given, saying) => {
    expect(() => readQuery(given)).toThrow(saying);
  });
});

it('a draft may be empty, but not missing', () => {
  expect(readDraftText('')).toBe('');
  expect(() => readDraftText(undefined)).toThrow('Parameter "draft" is missing, but must be a text');
});
