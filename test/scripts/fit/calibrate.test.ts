import { describe, expect, it } from '@jest/globals';
import { calibrate, scoresOf } from '../../../scripts/fit/moderation/calibrate.mts';
import type { CorpusText, Output } from '../../../scripts/fit/moderation/corpus.mts';
import { OUTPUTS } from '../../../scripts/fit/moderation/corpus.mts';
import { randomNumbers } from '../../../scripts/fit/linear/random.mts';

const random = randomNumbers(3);
const corpus: readonly CorpusText[] = Array.from({ length: 400 }, (_, row) => {
  const isHarmful = row % 4 === 0;
  return {
    text: '',
    tokens: [],
    source: 'moderated',
    weight: 1,
    isMeasured: true,
    isHarmful,
    categories: new Map([['violence', isHarmful]]),
  };
});
/** Decisions that lean to the truth by a few times less than they scatter. */
const made = new Map<Output, Float64Array>(
  OUTPUTS.map((output) => [
    output,
    Float64Array.from(corpus, ({ isHarmful }) =>
      output === 'any' || output === 'violence' ? (isHarmful ? 3 : 1) + 2 * random() : -2 + random(),
    ),
  ]),
);
const rows = [...corpus.keys()];

describe('calibrate', () => {
  const calibration = calibrate(corpus, made, rows);
  const flagged = rows.filter((row) => scoresOf(row, made, calibration).violence >= 0.5);

  it('puts 0.5 where few harmless texts are stopped', () => {
    const harmless = rows.filter((row) => corpus[row]?.isHarmful === false);
    const alarms = flagged.filter((row) => corpus[row]?.isHarmful === false);
    expect(alarms.length / harmless.length).toBeLessThanOrEqual(0.075);
  });

  it('still stops nearly all that is harmful', () => {
    const hits = flagged.filter((row) => corpus[row]?.isHarmful);
    expect(hits.length).toBeGreaterThan(80);
  });

  it('leaves categories that nothing speaks for below', () => {
    for (const row of flagged.slice(0, 20)) {
      expect(scoresOf(row, made, calibration)['self-harm']).toBeLessThan(0.5);
    }
  });
});
