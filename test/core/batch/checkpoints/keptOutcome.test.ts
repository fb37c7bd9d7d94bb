import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readOutcome, writeOutcome } from '../../../../core/batch/checkpoints/keptOutcome';

const asItIs = (value: unknown) => value;

describe('an outcome that is kept', () => {
  it('comes back as it was', () => {
    const outcomes = fc.record({
      value: fc.jsonValue(),
      costUsd: fc.option(fc.double({ min: 0, noNaN: true, noDefaultInfinity: true })),
      latencyMs: fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
    });
    fc.assert(
      fc.property(outcomes, (outcome) => {
        const read = readOutcome(writeOutcome(outcome, asItIs), asItIs);
        expect(read).toEqual(JSON.parse(JSON.stringify(outcome)));
      }),
    );
  });

  it('may be that there is no value', () => {
    const text = writeOutcome({ value: undefined, costUsd: null, latencyMs: 1 }, asItIs);
    expect(readOutcome(text, asItIs)).toEqual({ value: undefined, costUsd: null, latencyMs: 1 });
  });

  it('goes through what JSON cannot hold by the ways that it is told', () => {
    const date = new Date(7);
    const text = writeOutcome({ value: date, costUsd: 0.5, latencyMs: 1 }, (value) => value.getTime());
    expect(readOutcome(text, (kept) => new Date(Number(kept)))?.value).toEqual(date);
  });

  it.each([
    '',
    'x',
    'null',
    '[]',
    '"text"',
    '{"version":2,"costUsd":0,"latencyMs":1,"value":1}',
    '{"costUsd":0,"latencyMs":1,"value":1}',
    '{"version":1,"costUsd":"0","latencyMs":1,"value":1}',
    '{"version":1,"costUsd":0,"value":1}',
    '{"version":1,"costUsd":0,"latencyMs":1,"value":',
  ])('is missing where something else is: %s', (text) => {
    expect(readOutcome(text, asItIs)).toBeUndefined();
  });

  it('is missing when it cannot be read', () => {
    const text = writeOutcome({ value: 7, costUsd: 0, latencyMs: 1 }, asItIs);
    const read = () => {
      throw new Error('It is of an older form');
    };
    expect(readOutcome(text, read)).toBeUndefined();
  });
});
