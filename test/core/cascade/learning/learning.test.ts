import { describe, expect, it } from '@jest/globals';
import { CalibrationLearning } from '../../../../core/cascade/learning/learning';
import { MemoryStore } from '../../../../core/stores/memory/memoryStore';
import { FakeClock } from '../../../support/fakeClock';
import { BiasedDrafter, calibrationError, type Drafting } from './support/biasedDrafter';

const SECONDS_MS = 10_000;

/** Counts what is asked of it. */
class CountingStore extends MemoryStore {
  reads = 0;

  override calibrationOf(model: string, domain?: string) {
    this.reads += 1;
    return super.calibrationOf(model, domain);
  }
}

class BrokenStore extends MemoryStore {
  override calibrationOf(): never {
    throw new Error('It is broken');
  }

  override recordOutcome(): never {
    throw new Error('It is broken');
  }
}

function learning(clock = new FakeClock(), store = new MemoryStore({ clock })) {
  return { learning: new CalibrationLearning({ store, clock }), store, clock };
}

const observation = (domain = 'general') => new BiasedDrafter(1, 1).draft(domain);

async function adjusted(learnt: CalibrationLearning, drafts: readonly Drafting[]) {
  return Promise.all(
    drafts.map(async (draft) => ({ ...draft, confidence: await learnt.adjust(draft.confidence, draft) })),
  );
}

describe('learning', () => {
  it.each([
    ['too high', 1, 0.15],
    ['too low', -1, 0.15],
    ['right', 0, 0],
  ])('from 300 escalations makes confidences true that were %s', async (_, bias, atLeastBefore) => {
    let [before, after] = [0, 0];
    for (const seed of [1, 2, 3, 4, 5]) {
      const { learning: learnt, clock } = learning();
      const drafter = new BiasedDrafter(seed, bias);
      const test = Array.from({ length: 2_000 }, () => drafter.draft('general'));
      for (let time = 0; time < 300; time++) await learnt.observe(drafter.draft('general'));
      await clock.advance(SECONDS_MS);
      before += calibrationError(test) / 5;
      after += calibrationError(await adjusted(learnt, test)) / 5;
    }
    expect(before).toBeGreaterThanOrEqual(atLeastBefore);
    expect(after).toBeLessThan(0.09);
  });

  it('in one domain says something of the others, but less', async () => {
    const { learning: learnt, clock } = learning();
    const drafter = new BiasedDrafter(5, 1);
    for (let time = 0; time < 100; time++) await learnt.observe(drafter.draft('math'));
    await clock.advance(SECONDS_MS);
    const inMath = await learnt.adjust(0.7, { model: 'mini', domain: 'math' });
    const inCode = await learnt.adjust(0.7, { model: 'mini', domain: 'code' });
    expect(inMath).toBeLessThan(inCode);
    expect(inCode).toBeLessThan(0.7);
    expect(await learnt.adjust(0.7, { model: 'other', domain: 'math' })).toBeCloseTo(0.7, 12);
  });

  it('costs one read of the store each five seconds, however many ask, and whichever learning of the process', async () => {
    const clock = new FakeClock();
    const store = new CountingStore({ clock });
    const learnt = new CalibrationLearning({ store, clock });
    const other = new CalibrationLearning({ store, clock });
    const ask = (by: CalibrationLearning) => by.adjust(0.5, { model: 'mini', domain: 'code' });
    await Promise.all(Array.from({ length: 50 }, (_, time) => ask(time % 2 === 0 ? learnt : other)));
    expect(store.reads).toBe(2);
    await clock.advance(4_999);
    await ask(learnt);
    expect(store.reads).toBe(2);
    await clock.advance(1);
    await ask(other);
    expect(store.reads).toBe(4);
  });

  it('is forgotten over months without an outcome', async () => {
    const { learning: learnt, clock } = learning();
    for (let time = 0; time < 100; time++) await learnt.observe(observation());
    await clock.advance(SECONDS_MS);
    const soon = await learnt.adjust(0.7, { model: 'mini', domain: 'general' });
    await clock.advance(365 * 86_400_000);
    const later = await learnt.adjust(0.7, { model: 'mini', domain: 'general' });
    expect(Math.abs(soon - 0.7)).toBeGreaterThan(0.1);
    expect(Math.abs(later - 0.7)).toBeLessThan(0.01);
  });

  it('says so when the store fails', async () => {
    const { learning: learnt } = learning(new FakeClock(), new BrokenStore());
    await expect(learnt.adjust(0.5, { model: 'mini', domain: 'code' })).rejects.toThrow('It is broken');
    await expect(learnt.observe(observation())).rejects.toThrow('It is broken');
  });

  it('goes by the time of this machine unless told otherwise', async () => {
    const learnt = new CalibrationLearning({ store: new MemoryStore() });
    await learnt.observe(observation());
    expect(await learnt.adjust(0.5, { model: 'mini', domain: 'general' })).not.toBe(0.5);
  });
});
