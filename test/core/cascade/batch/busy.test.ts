import { describe, expect, it } from '@jest/globals';
import { CascadeAgent } from '../../../../core/cascade/cascadeAgent';
import { VirtualClock } from '../../../support/virtualClock';
import { BusyModel, drawn, type BusyModelOptions } from './support/busyModel';

const GOOD = 'The capital of Japan is Tokyo.';
const REFUSAL = "I'm sorry, but I can't help with that.";

/** Whether the drafter's answer to a query is good enough. */
function isEasy(query: string): boolean {
  return drawn(`easy ${query}`) > 0.3;
}

function queriesOf(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `What is the capital of Japan? (${String(index)})`);
}

function cascade(drafter: Partial<BusyModelOptions>, verifier: Partial<BusyModelOptions>) {
  const clock = new VirtualClock();
  const models = {
    drafter: new BusyModel({
      clock,
      id: 'cheap',
      answer: (query) => (isEasy(query) ? GOOD : REFUSAL),
      ...drafter,
    }),
    verifier: new BusyModel({ clock, id: 'dear', answer: () => GOOD, ...verifier }),
  };
  const price = (perMillion: number) => ({ inputPerMillion: perMillion, outputPerMillion: perMillion });
  const agent = new CascadeAgent({
    clock,
    routing: 'draft_first',
    timeoutMs: 10_000,
    retries: 3,
    longestWaitMs: 20_000,
    models: [
      { name: 'cheap', chat: models.drafter, price: price(1) },
      { name: 'dear', chat: models.verifier, price: price(10) },
    ],
  });
  return { clock, agent, ...models };
}

/** A call that hangs until its time is over, another one, and the verifier's. */
const LONGEST_QUERY_MS = 12_000;

const faulty = { failing: 0.02, hanging: 0.005 };

describe.each<[string, Partial<BusyModelOptions>, Partial<BusyModelOptions>]>([
  ['take any number', {}, {}],
  ['take so many at once', { atOnce: 16 }, { atOnce: 8, latencyMs: 800 }],
  ['take so many a minute', { perMinute: 1200 }, { perMinute: 300 }],
  ['differ, so that the verifier is the bottleneck', { atOnce: 64 }, { atOnce: 2, latencyMs: 1000 }],
])('1,000 queries to models that %s', (_name, drafter, verifier) => {
  it('are answered once each, none by another model for the limits of its own', async () => {
    const played = cascade({ ...faulty, ...drafter }, { ...faulty, ...verifier });
    const queries = queriesOf(1000);
    const result = await played.clock.play(played.agent.runBatch(queries, { strategy: 'adaptive' }));
    expect(result).toMatchObject({ total: 1000, done: 1000, stoppedBecause: null });
    expect(result.items.map(({ index }) => index)).toEqual(queries.map((_, index) => index));
    const wrongly = result.items.filter(
      (item) => item.status === 'done' && item.value.cascade.escalated === isEasy(queries[item.index] ?? ''),
    );
    expect(wrongly).toEqual([]);
    for (const model of [played.drafter, played.verifier]) {
      expect(Math.max(...model.answered.values())).toBe(1);
      expect(model.refused).toBeLessThan(model.calls / 10);
      expect(model.underWay).toBe(0);
    }
    const least = Math.max(played.drafter.leastMs, played.verifier.leastMs, LONGEST_QUERY_MS);
    expect(result.wallTimeMs).toBeLessThan(1.2 * least);
    expect(result.latencyP95Ms).toBeLessThan(5000);
    expect(played.clock.sleepers).toBe(0);
  });
});
