import { describe, expect, it } from '@jest/globals';
import { presetNames } from '../../../../../core/cascade/presets';
import { assessDraft } from '../../../../../core/cascade/quality/assessDraft';
import { FAULTY } from './faulty';
import { FINE } from './fine';

describe.each(FINE)('accepts $name', ({ cases }) => {
  it.each(cases)('%s', (_what, query, draft) => {
    expect(assessDraft({ query, draft })).toMatchObject({ accept: true });
  });
});

describe.each(FAULTY)('rejects $name', ({ cases }) => {
  it.each(cases)('%s', (_what, query, draft) => {
    const { accept, reasons } = assessDraft({ query, draft });
    expect({ accept, isExplained: reasons.length > 0 }).toEqual({ accept: false, isExplained: true });
  });
});

it.each(presetNames)('%s rejects nothing at all, refusals and broken JSON', (preset) => {
  for (const draft of ['', 'I cannot provide that information.', '{"name": ']) {
    expect(assessDraft({ query: 'Return JSON with the capital.', draft, preset }).accept).toBe(false);
  }
});
