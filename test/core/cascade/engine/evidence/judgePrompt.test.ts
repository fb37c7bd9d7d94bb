import { describe, expect, it } from '@jest/globals';
import { verdictIn } from '../../../../../core/cascade/engine/evidence/judgePrompt';

describe('a verdict', () => {
  it.each(['yes', 'Yes.', ' YES\n', '**yes**', '"yes"', 'Yes!'])('%j is a yes', (reply) => {
    expect(verdictIn(reply)).toBe(true);
  });

  it.each(['no', 'No.', '`no`', '_No_'])('%j is a no', (reply) => {
    expect(verdictIn(reply)).toBe(false);
  });

  it.each([
    '',
    'maybe',
    'yes and no',
    'noyes',
    'nothing',
    'The answer is yes',
    'ja',
    'yes'.repeat(50),
    ' '.repeat(1e6),
  ])('another reply is none', (reply) => {
    expect(verdictIn(reply)).toBeUndefined();
  });
});
