import { expect, it } from '@jest/globals';
import { MOST_CALIBRATIONS } from '../../../../core/stores/calibrationStore';
import type { Store } from '../../../../core/stores/store';

/** Names that mean something somewhere, and some that are nearly the same. */
const HOSTILE = [
  '__proto__',
  '',
  ' ',
  'a:b',
  'a b',
  'a\nb',
  'YQ',
  '{a}',
  '\u0000',
  '\ud83d\ude00',
  '%s',
  '*',
];

export function calibrationContract(store: () => Store): void {
  const record = async (model: string, domain: string, expected = 0.5, agreed = 1) => {
    await store().recordOutcome({ model, domain, expected, agreed });
  };

  it('knows nothing of a model that never drafted', async () => {
    expect(await store().calibrationOf('mini', 'code')).toBeUndefined();
    expect(await store().calibrationOf('mini')).toBeUndefined();
  });

  it('sums what was expected and what came of it, by domain and for the model as a whole', async () => {
    await record('mini', 'code', 0.25, 1);
    await record('mini', 'math', 0.75, 0);
    const inCode = await store().calibrationOf('mini', 'code');
    expect(inCode).toEqual({ weight: 1, expected: 0.25, agreed: 1, updatedAt: expect.any(Number) });
    expect(await store().calibrationOf('mini', 'math')).toMatchObject({
      weight: 1,
      expected: 0.75,
      agreed: 0,
    });
    const overall = await store().calibrationOf('mini');
    expect(overall?.weight).toBeCloseTo(1.98, 6);
    expect(overall?.expected).toBeCloseTo(0.98 * 0.25 + 0.75, 6);
    expect(overall?.agreed).toBeCloseTo(0.98, 6);
  });

  it('lets older outcomes fade: together they are worth 50 at most', async () => {
    for (let time = 0; time < 60; time++) await record('mini', 'code', 1, 1);
    for (let time = 0; time < 40; time++) await record('mini', 'code', 0.1, 0);
    const {
      weight = NaN,
      expected = NaN,
      agreed = NaN,
    } = (await store().calibrationOf('mini', 'code')) ?? {};
    const [before, after] = [(1 - 0.98 ** 60) / 0.02, (1 - 0.98 ** 40) / 0.02];
    expect(weight).toBeCloseTo(before * 0.98 ** 40 + after, 4);
    expect(expected).toBeCloseTo(before * 0.98 ** 40 + 0.1 * after, 4);
    expect(agreed).toBeCloseTo(before * 0.98 ** 40, 4);
  });

  it('counts each of many outcomes that come at once', async () => {
    await Promise.all(Array.from({ length: 40 }, () => record('mini', 'code', 1, 0)));
    const { weight = NaN, agreed } = (await store().calibrationOf('mini')) ?? {};
    expect(weight).toBeCloseTo((1 - 0.98 ** 40) / 0.02, 4);
    expect(agreed).toBe(0);
  });

  it('takes names for data, whatever they look like, and keeps all of them apart', async () => {
    const pairs = HOSTILE.flatMap((model) => HOSTILE.map((domain) => [model, domain] as const));
    for (const [index, [model, domain]] of pairs.entries()) await record(model, domain, index / pairs.length);
    for (const [index, [model, domain]] of pairs.entries()) {
      const expected = index / pairs.length;
      expect(await store().calibrationOf(model, domain)).toMatchObject({ weight: 1, expected });
    }
    for (const model of HOSTILE) {
      const { weight = NaN } = (await store().calibrationOf(model)) ?? {};
      expect(weight).toBeCloseTo((1 - 0.98 ** HOSTILE.length) / 0.02, 4);
    }
  });

  it(`keeps ${String(MOST_CALIBRATIONS)}: the one that was not updated for longest goes, the model itself last`, async () => {
    for (let domain = 0; domain < MOST_CALIBRATIONS; domain++)
      await record('mini', `domain ${String(domain)}`);
    expect(await store().calibrationOf('mini')).toBeDefined();
    const kept = await Promise.all(
      Array.from({ length: MOST_CALIBRATIONS }, async (_, domain) =>
        store().calibrationOf('mini', `domain ${String(domain)}`),
      ),
    );
    expect(kept.filter((calibration) => calibration !== undefined)).toHaveLength(MOST_CALIBRATIONS - 1);
    expect(kept.at(-1)).toBeDefined();
  });

  it('has nothing of it in what it keeps of users', async () => {
    await record('ann', 'code');
    expect(await store().exportUser('ann')).toBeUndefined();
    expect(await store().deleteUser('ann')).toBe(false);
    expect(await store().calibrationOf('ann', 'code')).toBeDefined();
  });
}
