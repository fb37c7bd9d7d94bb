import { describe, expect, it } from '@jest/globals';
import { getCountries, getExampleNumber, isValidPhoneNumber } from 'libphonenumber-js/core';
import examples from 'libphonenumber-js/mobile/examples';
import metadata from 'libphonenumber-js/metadata.min';
import fc from 'fast-check';
import {
  fitInRegion,
  fitInternationally,
  regionOf,
  isNorthAmerican,
} from '../../../../../../core/guardrails/pii/entities/phone/numberingPlans';

const numbers = getCountries(metadata).flatMap((region) => {
  const example = getExampleNumber(region, examples, metadata);
  return example === undefined ? [] : [[region, example] as const];
});

describe('numbering plans', () => {
  it.each(numbers)('knows the example number of %s', (region, { number, nationalNumber }) => {
    expect(fitInternationally(number.slice(1))).toBe('valid');
    expect(fitInRegion(nationalNumber, region)).toBe('valid');
  });

  it('takes for valid what the library takes for valid', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('1', '33', '44', '49', '81', '91'),
        fc.stringMatching(/^[1-9]\d{7,10}$/),
        (code, national) => {
          if (isValidPhoneNumber(`+${code}${national}`, metadata)) {
            expect(fitInternationally(code + national)).toBe('valid');
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('knows what is dialled before a national number', () => {
    expect(fitInRegion('02079460018', 'GB')).toBe('valid');
    expect(fitInRegion('12125550187', 'US')).toBe('valid');
  });

  it('tells a length that exists from one that does not', () => {
    expect(fitInternationally('11225550187')).toBe('possible');
    expect(fitInternationally('44123')).toBe('none');
    expect(fitInternationally('9990000000')).toBe('none');
  });

  it('knows which regions there are', () => {
    expect(regionOf('DE')).toBe('DE');
    expect(regionOf('XX')).toBeUndefined();
    expect(regionOf('__proto__')).toBeUndefined();
  });

  it('knows who shares the plan of North America', () => {
    expect((['US', 'CA', 'JM', 'MX', 'DE'] as const).filter((code) => isNorthAmerican(code))).toEqual([
      'US',
      'CA',
      'JM',
    ]);
  });
});
