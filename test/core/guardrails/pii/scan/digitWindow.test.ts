import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { digitRunsOf } from '../../../../../core/guardrails/pii/scan/digitRuns';
import { windowsFrom, type DigitWindow } from '../../../../../core/guardrails/pii/scan/digitWindow';
import { viewOf } from '../../../../../core/guardrails/text/textView';

const LIMITS = { fewestDigits: 6, mostDigits: 12, mostGroups: 4 };

function windowsIn(text: string): DigitWindow[] {
  return digitRunsOf(viewOf(text)).flatMap((run) =>
    Array.from({ length: run.end - run.first }, (_, index) =>
      windowsFrom(run, run.first + index, LIMITS),
    ).flat(),
  );
}

function writtenIn(text: string): string[] {
  return windowsIn(text).map(({ written }) => written);
}

describe('windowsFrom', () => {
  it.each<[what: string, text: string, expected: string[]]>([
    ['groups parted by blanks, the longest first', '415 555 2671', ['415 555 2671', '415 555', '555 2671']],
    ['nothing but the whole where there is no blank', '415-555-2671', ['415-555-2671']],
    ['spelled digits as a whole', 'a 4 1 5 5 5 5 2', ['4 1 5 5 5 5 2']],
    ['what one side of a word has', '123456 or 654321', ['123456', '654321']],
    ['no gap of five characters', '123456     654321', ['123456', '654321']],
    ['nothing shorter', '12 345', []],
    ['nothing longer', '1234567890123', []],
    [
      'no more groups than allowed',
      '11 22 33 44 55',
      ['11 22 33 44', '11 22 33', '22 33 44 55', '22 33 44', '33 44 55'],
    ],
  ])('takes %s', (_what, text, expected) => {
    expect(writtenIn(text)).toEqual(expected);
  });

  it('tells of a window what is written', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('0123456789 -.()x\n')), maxLength: 60 }),
        (text) => {
          for (const window of windowsIn(text)) {
            const groups = window.written.match(/[0-9]+/g) ?? [];
            expect({
              written: window.written,
              digits: window.digits,
              digitCount: window.digitCount,
              groupCount: window.groupCount,
              firstLength: window.firstLength,
              shape: window.shape,
              gaps: window.gaps,
              isSpelled: window.isSpelled,
            }).toEqual({
              written: text.slice(window.start, window.end),
              digits: groups.join(''),
              digitCount: groups.join('').length,
              groupCount: groups.length,
              firstLength: groups[0]?.length,
              shape: groups.map(({ length }) => length.toString(36)).join(''),
              gaps: window.written.split(/[0-9]+/).slice(1, -1),
              isSpelled: groups.length > 1 && groups.every(({ length }) => length === 1),
            });
          }
        },
      ),
    );
  });
});
