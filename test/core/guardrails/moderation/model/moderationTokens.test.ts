import { describe, expect, it } from '@jest/globals';
import {
  GROUP_TOKEN,
  moderationTokens,
} from '../../../../../core/guardrails/moderation/model/moderationTokens';

describe('moderationTokens', () => {
  it('gives every group of people one name', () => {
    expect(moderationTokens('muslims and jews met gay neighbours')).toEqual([
      GROUP_TOKEN,
      'and',
      GROUP_TOKEN,
      'met',
      GROUP_TOKEN,
      'neighbours',
    ]);
  });

  it('leaves words that only begin like one', () => {
    expect(moderationTokens('a jewel in the old town')).toEqual(['a', 'jewel', 'in', 'the', 'old', 'town']);
  });
});
