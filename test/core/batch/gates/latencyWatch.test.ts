import { describe, expect, it } from '@jest/globals';
import { LatencyWatch } from '../../../../core/batch/gates/latencyWatch';
import { randomFrom } from '../support/simulatedProvider';

/** Lognormal, with a median of 400 ms. */
function latencies(seed: number, sigma: number): () => number {
  const random = randomFrom(seed);
  return () => {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    return 400 * Math.exp(sigma * normal);
  };
}

describe('a watch over latency', () => {
  it('sees a line where more at once take longer all together', () => {
    const watch = new LatencyWatch();
    const next = latencies(1, 0.2);
    const found: number[] = [];
    for (let level = 1; level <= 160; level += 0.5) {
      const enough = watch.answered(Math.floor(level), next() * Math.max(1, level / 8));
      if (enough !== undefined) found.push(enough);
    }
    expect(found.length).toBeGreaterThan(0);
    expect(Math.max(...found)).toBeLessThan(64);
  });

  it('sees none in the noise of a model, however many there are at once', () => {
    for (let seed = 1; seed <= 50; seed += 1) {
      const watch = new LatencyWatch();
      const next = latencies(seed, 0.5);
      for (let answer = 0; answer < 1000; answer += 1) {
        expect(watch.answered(20 + Math.floor(answer / 5), next())).toBeUndefined();
      }
    }
  });

  it('finds a call slow that takes more than twice as long as calls do when there are few', () => {
    const watch = new LatencyWatch();
    expect(watch.isSlow(100_000)).toBe(false);
    for (let answer = 0; answer < 8; answer += 1) watch.answered(4, 400);
    expect([watch.isSlow(800), watch.isSlow(801)]).toEqual([false, true]);
  });

  it('forgets what calls took a thousand answers ago', () => {
    const watch = new LatencyWatch();
    for (let answer = 0; answer < 30; answer += 1) watch.answered(4, 100);
    for (let answer = 0; answer < 1000; answer += 1) watch.answered(20, 300);
    expect(watch.isSlow(500)).toBe(false);
  });
});
