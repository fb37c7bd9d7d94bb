import { describe, expect, it } from '@jest/globals';
import { createUserProfile, PRESETS, type UserProfile } from '../../../../core';
import {
  readCounting,
  readNumber,
  readQueryParameters,
} from '../../../../nodes/shared/queries/queryParameters';
import { nodeContext } from '../../../support/nodeContext';

const contextOf = (parameters: object) =>
  nodeContext({ parameters: { text: 'Hi', preset: 'balanced', ...parameters } });
const read = (parameters: object, profile?: UserProfile) =>
  readQueryParameters(contextOf(parameters), 0, profile);

describe('the parameters of a query', () => {
  it('are those of the preset when no option is set', () => {
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
      passImages: true,
      learns: false,
      cacheMs: undefined,
      estimatedCostUsd: 0,
      reservationId: undefined,
      whenUnavailable: 'fail',
      includesInputFields: true,
      returnsTrace: false,
    });
  });

  it.each<[object, object]>([
    [{ options: { cacheMinutes: 0.0001 } }, { cacheMs: 1000 }],
    [{ options: { cacheMinutes: 0 } }, { cacheMs: undefined }],
    [{ options: { learn: true, passImages: false } }, { learns: true, passImages: false }],
    [
      { options: { includeInputFields: false, returnTrace: true } },
      { includesInputFields: false, returnsTrace: true },
    ],
    [{ hasOutputParser: true }, { hasOutputParser: true }],
    [{ hasOutputParser: 'yes' }, { hasOutputParser: false }],
  ])('are read: %j', (parameters, expected) => {
    expect(read(parameters)).toMatchObject(expected);
  });

  it('take the preset from the profile when told to, and say so where there is none', () => {
    const profile = createUserProfile('PRO', 'ann', { quality: 'best' });
    expect(read({ preset: 'profile' }, profile)).toMatchObject({ settings: { preset: 'qualityFirst' } });
    expect(() => read({ preset: 'profile' })).toThrow(
      /^Parameter "Preset" is "From User Profile", but must be /,
    );
  });

  it('are wrong in themselves, and no other is looked at to say how a query counts', () => {
    expect(() => read({ text: '' })).toThrow(/is empty/);
    expect(
      readCounting(contextOf({ text: '', options: { estimatedCost: 0.5, reservationId: 'r1' } }), 0),
    ).toEqual({
      estimatedCostUsd: 0.5,
      reservationId: 'r1',
      whenUnavailable: 'fail',
    });
  });

  it.each([
    ['Estimated Cost (USD)', { estimatedCost: '0.1' }],
    ['Reservation ID', { reservationId: 7 }],
    ['If Store Is Unavailable', { whenUnavailable: 'hope' }],
  ])('refuse a wrong %s', (label, options) => {
    expect(() => readCounting(contextOf({ options }), 0)).toThrow(`Parameter "${label}" is `);
  });

  it.each([null, ''])('know no reservation that is %j', (reservationId) => {
    expect(readCounting(contextOf({ options: { reservationId } }), 0).reservationId).toBeUndefined();
  });

  it('read a number, or none', () => {
    expect([readNumber('N', 5), readNumber('N', undefined)]).toEqual([5, undefined]);
    expect(() => readNumber('N', '5')).toThrow('Parameter "N" is "5", but must be a number');
  });
});
