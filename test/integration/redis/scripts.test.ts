import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { UserUsage } from '../../../core/stores/usage/userUsage';
import { RedisServer } from '../../../scripts/servers/redisServer.mts';
import { DAY_MS } from '../../core/stores/usage/support/exactUsage';
import { limitsOfAnyKind, walk, walkBackAndForth } from '../../core/stores/usage/support/walk';
import { Observer } from './support/observer';
import { JudgedScripts } from './support/judgedScripts';
import { ScriptedUsage } from './support/scriptedUsage';
import { Twins } from './support/twins';

// Thousands of round trips.
jest.setTimeout(120_000);

let server: RedisServer;
let observer: Observer;
let scripted: ScriptedUsage;

beforeAll(async () => {
  server = await RedisServer.start();
  observer = new Observer(server.url);
  scripted = new ScriptedUsage(observer.redis);
});

beforeEach(() => scripted.clear());

afterAll(async () => {
  observer.close();
  await server.stop();
});

describe('the scripts', () => {
  it('do byte for byte what a usage does', async () => {
    await fc.assert(
      fc.asyncProperty(walk, limitsOfAnyKind, async (steps, limits) => {
        await scripted.clear();
        const twins = new Twins(scripted, limits);
        for (const step of steps) await twins.take(step);
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });

  it('never let in too many nor count too few, and close each reservation once', async () => {
    await fc.assert(
      fc.asyncProperty(walk, limitsOfAnyKind, async (steps, limits) => {
        await scripted.clear();
        const judged = new JudgedScripts(scripted, limits);
        for (const step of steps) {
          await judged.take(step);
          expect(await judged.countsTooFewIn()).toEqual([]);
        }
        expect(judged.faults).toEqual([]);
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });

  it('keep what can be read, and count nothing of it after a day, when the clock goes back', async () => {
    await fc.assert(
      fc.asyncProperty(walkBackAndForth, limitsOfAnyKind, async (steps, limits) => {
        await scripted.clear();
        const judged = new JudgedScripts(scripted, limits);
        for (const step of steps) await judged.take(step);
        const later = judged.latest + 2 * DAY_MS;
        const nothing = new UserUsage().snapshot();
        expect((await scripted.stored(later))?.snapshot() ?? nothing).toEqual(nothing);
        expect(await scripted.usage(later)).toEqual(nothing);
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });
});
