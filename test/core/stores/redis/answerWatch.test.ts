import { describe, expect, it, jest } from '@jest/globals';
import { AnswerWatch } from '../../../../core/stores/redis/driver/answerWatch';
import { FakeClock } from '../../../support/fakeClock';

const TIMEOUT_MS = 800;
const LOOK_MS = 100;

function watched() {
  const clock = new FakeClock();
  const giveUp = jest.fn<() => void>();
  const watch = new AnswerWatch({ clock, timeoutMs: TIMEOUT_MS, giveUp });
  const pass = async (ms: number) => {
    for (let passed = 0; passed < ms; passed += LOOK_MS) await clock.advance(LOOK_MS);
  };
  return { clock, giveUp, watch, pass };
}

describe('a watch over answers', () => {
  it('gives up on a command before its time is over, and not long before', async () => {
    const { giveUp, watch, pass } = watched();
    watch.asked();
    await pass(600);
    expect(giveUp).not.toHaveBeenCalled();
    await pass(100);
    expect(giveUp).toHaveBeenCalledTimes(1);
  });

  it.each([0, 1, 50, 99])(
    'gives up within its time on one that is asked %i ms after a look',
    async (late) => {
      const { clock, giveUp, watch, pass } = watched();
      watch.asked();
      await clock.advance(late);
      watch.asked();
      watch.answered();
      await clock.advance(LOOK_MS - late);
      await pass(600);
      expect(giveUp).not.toHaveBeenCalled();
      await pass(100);
      expect(giveUp).toHaveBeenCalledTimes(1);
    },
  );

  it('never gives up while answers come in time', async () => {
    const { giveUp, watch, pass } = watched();
    for (let round = 0; round < 50; round += 1) {
      watch.asked();
      await pass(600);
      watch.answered();
    }
    await pass(TIMEOUT_MS);
    expect(giveUp).not.toHaveBeenCalled();
  });

  it('gives up when answers keep coming, but all too late', async () => {
    const { giveUp, watch, pass } = watched();
    for (let round = 0; round < 5; round += 1) {
      watch.asked();
      await pass(LOOK_MS);
    }
    watch.answered();
    await pass(300);
    expect(giveUp).not.toHaveBeenCalled();
    await pass(100);
    expect(giveUp).toHaveBeenCalledTimes(1);
  });

  it('waits for what is new after it gave up', async () => {
    const { giveUp, watch, pass } = watched();
    watch.asked();
    await pass(TIMEOUT_MS);
    watch.answered();
    watch.asked();
    await pass(600);
    expect(giveUp).toHaveBeenCalledTimes(1);
    await pass(100);
    expect(giveUp).toHaveBeenCalledTimes(2);
  });

  it('gives a process that was too busy to read another chance to find the answer', async () => {
    const { clock, giveUp, watch, pass } = watched();
    watch.asked();
    await pass(600);
    await clock.advance(10 * TIMEOUT_MS);
    expect(giveUp).not.toHaveBeenCalled();
    await clock.advance(LOOK_MS);
    expect(giveUp).toHaveBeenCalledTimes(1);
  });

  it('sleeps only while something is asked', async () => {
    const { clock, watch } = watched();
    expect(clock.sleepers).toBe(0);
    watch.asked();
    watch.asked();
    expect(clock.sleepers).toBe(1);
    watch.answered();
    watch.answered();
    await clock.advance(LOOK_MS);
    expect(clock.sleepers).toBe(0);
  });

  it('wakes when it is stopped, and gives up on nothing', async () => {
    const { clock, giveUp, watch, pass } = watched();
    watch.asked();
    watch.stop();
    expect(clock.sleepers).toBe(0);
    await pass(TIMEOUT_MS);
    expect(giveUp).not.toHaveBeenCalled();
  });
});
