import { describe, expect, it } from '@jest/globals';
import { repaired } from '../../../../../core/guardrails/moderation/patterns/misspelled';

describe('repaired', () => {
  it.each([
    ['mulsims', ['muslims']],
    ['immigrnts', ['immigrants']],
    ['disgustign', ['disgusting']],
    ['desipse', ['despise']],
    ['f*cking', ['fucking']],
  ])('reads %s as what was meant', (written, meant) => {
    expect(repaired(written)).toEqual(meant);
  });

  it.each([
    ['ihatewomen', ['i', 'hate', 'women']],
    ['killalljews', ['kill', 'all', 'jews']],
    ['womenare', ['women', 'are']],
    ['blackpeople', ['black', 'people']],
    ['arestupid', ['are', 'stupid']],
    ['hatethose', ['hate', 'those']],
  ])('reads %s apart', (written, parts) => {
    expect(repaired(written)).toEqual(parts);
  });

  it.each(['flagpoles', 'blackout', 'burnout', 'psychotherapist', 'sinking', 'garage', 'chips', 'hancock'])(
    'leaves %s alone',
    (word) => {
      expect(repaired(word)).toEqual([word]);
    },
  );
});
