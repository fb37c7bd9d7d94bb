import { describe, expect, it } from '@jest/globals';
import { PRESETS, presetNames } from '../../../core/cascade/presets';
import { readDraftText, readQuery, readSettings } from '../../../core/cascade/settings';

describe('readSettings', () => {
  it('is balanced by default', () => {
    expect(readSettings({})).toEqual({ ...PRESETS.balanced, preset: 'balanced', systemMessage: '' });
  });

  it.each(presetNames)('fills in what %s stands for', (preset) => {
    expect(readSettings({ preset })).toEqual({ ...PRESETS[preset], preset, systemMessage: '' });
  });

  it('keeps what was chosen', () => {
    const chosen = { preset: 'costSaver', threshold: 0, timeoutMs: 1, systemMessage: 'Be brief.' };
    expect(readSettings(chosen)).toEqual({ ...chosen, whenVerifierFails: 'best_draft' });
    expect(readSettings({ threshold: 1, timeoutMs: 86_400_000 })).toMatchObject({ threshold: 1 });
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
