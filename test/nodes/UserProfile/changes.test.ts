import { describe, expect, it } from '@jest/globals';
import { changeLabel, readChanges } from '../../../nodes/UserProfile/changes';
import { nodeContext } from '../../support/nodeContext';

const read = (parameters: Record<string, unknown>) => readChanges(nodeContext({ parameters }), 0);

/** What is given, and nothing else. */
const given = (parameters: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(read(parameters)).filter(([, value]) => value !== undefined));

describe('readChanges', () => {
  it('changes nothing when nothing is given', () => {
    expect(given({})).toEqual({});
    expect(given({ limits: {}, preferences: {}, guardrails: {}, telemetry: {}, metadata: {} })).toEqual({});
  });

  it('tells a limit, no limit, and the limit of the tier apart', () => {
    const limits = {
      requestsPerHour: 0,
      requestsPerDay: null,
      unlimited: ['dailyBudget'],
      tierLimitAgain: ['concurrentRequests'],
    };
    expect(given({ limits })).toEqual({
      customRequestsPerHour: 0,
      customDailyBudget: null,
      customConcurrency: 'tier',
    });
  });

  it.each([
    ['a, b ,,c', ['a', 'b', 'c']],
    [
      ['a', ' b'],
      ['a', 'b'],
    ],
    ['', []],
  ])('reads names from %j', (preferredModels, names) => {
    expect(given({ preferences: { preferredModels } })).toEqual({ preferredModels: names });
  });

  it('keeps what users choose as names out of objects', () => {
    const entries = [
      { name: '__proto__', value: 'a' },
      { name: 'constructor', value: 1 },
    ];
    expect(read({ metadata: { entries } }).metadata).toEqual(
      new Map<string, unknown>([
        ['__proto__', 'a'],
        ['constructor', 1],
      ]),
    );
  });
});

describe('changeLabel', () => {
  it.each([
    ['customDailyBudget', 'Limits: Daily Budget (USD)'],
    ['preferredModels.3', 'Preferred Models.3'],
    ['domainModels.code', 'Domain Models.code'],
    ['a key of metadata', 'a key of Metadata'],
    ['metadata.customDailyBudget', 'Metadata.customDailyBudget'],
    ['telemetryLabels.team', 'Labels.team'],
    ['tier', 'tier'],
  ])('of %s is %s', (parameter, label) => {
    expect(changeLabel(parameter)).toBe(label);
  });
});
