import { describe, expect, it } from '@jest/globals';
import { FakeClock } from '../../../support/fakeClock';
import { admitted, requestOf, usedBy } from '../contract/surroundings';
import { newProcess, SavedWorkflow, type Execution } from './support/workflow';

const useless = expect.objectContaining({ code: 'STATIC_DATA_USELESS' });
const MINUTE_MS = 60_000;

/** Executions one after the other, each a minute after the one before. */
async function inTurn(clock: FakeClock, executions: readonly (() => void)[]): Promise<void> {
  for (const execution of executions) {
    await clock.advance(MINUTE_MS);
    execution();
  }
}

/** A workflow with one execution that was saved. */
async function savedOnce(clock: FakeClock): Promise<SavedWorkflow> {
  const workflow = new SavedWorkflow(clock);
  const first = workflow.start({ startedAt: clock.now() });
  await admitted(first.store, requestOf());
  first.save();
  return workflow;
}

describe('static data that gets lost', () => {
  it('is told by the second execution that should have found it', async () => {
    const clock = new FakeClock();
    const workflow = await savedOnce(clock);
    // Each execution starts empty, whatever was saved before.
    const startEmpty = () => {
      workflow.json = '{}';
      return workflow.start({ startedAt: clock.now() });
    };
    await inTurn(clock, [
      () => {
        startEmpty().save();
      },
      () => {
        expect(startEmpty).toThrow(useless);
      },
      () => {
        expect(startEmpty).toThrow(useless);
      },
    ]);
  });

  it('is one execution’s word only when several nodes of it ask', async () => {
    const clock = new FakeClock();
    const workflow = await savedOnce(clock);
    await clock.advance(MINUTE_MS);
    workflow.json = '{}';
    for (let node = 0; node < 5; node++) workflow.start({ startedAt: clock.now() });
    expect(await usedBy(workflow.start({ startedAt: clock.now() }).store)).toEqual([1, 1, 0, 1]);
  });

  it('was only put away once when it comes back', async () => {
    const clock = new FakeClock();
    const workflow = await savedOnce(clock);
    const saved = workflow.json;
    const start = (text: string) => () => {
      workflow.json = text;
      workflow.start({ startedAt: clock.now() });
    };
    await inTurn(clock, [start('{}'), start(saved), start('{}'), start(saved), start('{}')]);
    await clock.advance(MINUTE_MS);
    expect(start('{}')).toThrow(useless);
    start(saved)();
    expect(start('{}')).not.toThrow();
  });

  it('is nothing to a run by hand', async () => {
    const clock = new FakeClock();
    const workflow = await savedOnce(clock);
    for (let run = 0; run < 5; run++) {
      await clock.advance(MINUTE_MS);
      workflow.json = '{}';
      workflow.start({ mode: 'manual', startedAt: clock.now() });
    }
    expect(await usedBy(workflow.start({ startedAt: clock.now() }).store)).toEqual([1, 1, 0, 1]);
  });

  it('is not to be noticed when nobody says when executions begin', async () => {
    const clock = new FakeClock();
    const workflow = await savedOnce(clock);
    for (let run = 0; run < 5; run++) {
      await clock.advance(MINUTE_MS);
      workflow.json = '{}';
      expect(await usedBy(workflow.start().store)).toEqual([1, 1, 0, 1]);
    }
  });
});

describe('static data that is well', () => {
  it('is trusted by a hundred first executions at once, which all found nothing and save over a minute', async () => {
    const clock = new FakeClock();
    const workflow = new SavedWorkflow(clock);
    const startedAt = clock.now();
    const executions: Execution[] = [];
    for (let index = 0; index < 100; index++) {
      // They come to the node one by one, the last when others were saved long ago.
      workflow.json = '{}';
      const execution = workflow.start({ startedAt: startedAt + index });
      await admitted(execution.store, requestOf());
      executions.push(execution);
      await clock.advance(600);
      execution.save();
    }
    for (const { store } of executions) expect((await usedBy(store))[1]).toBe(100);
    const after = workflow.start({ startedAt: clock.now(), Store: await newProcess() }).store;
    expect((await usedBy(after))[1]).toBe(100);
  });

  it('is trusted while the first text is on its way into the database', async () => {
    const clock = new FakeClock();
    const workflow = await savedOnce(clock);
    workflow.json = '{}';
    for (let second = 0; second < 10; second++) {
      await clock.advance(1_000);
      workflow.start({ startedAt: clock.now() });
    }
    expect(await usedBy(workflow.start({ startedAt: clock.now() }).store)).toEqual([1, 1, 0, 1]);
  });

  it('is trusted however many executions start empty before anything is saved', async () => {
    const clock = new FakeClock();
    const workflow = new SavedWorkflow(clock);
    for (let run = 0; run < 20; run++) {
      await clock.advance(MINUTE_MS);
      await admitted(workflow.start({ startedAt: clock.now() }).store, requestOf());
    }
    expect((await usedBy(workflow.start({ startedAt: clock.now() }).store))[1]).toBe(20);
  });

  it('is trusted by an execution that has changed it itself', async () => {
    const clock = new FakeClock();
    const workflow = await savedOnce(clock);
    for (let run = 0; run < 5; run++) {
      await clock.advance(MINUTE_MS);
      const { store, save } = workflow.start({ startedAt: clock.now() });
      await admitted(store, requestOf());
      save();
    }
    expect((await usedBy(workflow.start({ startedAt: clock.now() }).store))[1]).toBe(6);
  });

  it('is trusted by a long execution that began before the first save', async () => {
    const clock = new FakeClock();
    const workflow = new SavedWorkflow(clock);
    const startedAt = clock.now();
    const quick = workflow.start({ startedAt });
    await admitted(quick.store, requestOf());
    quick.save();
    workflow.json = '{}';
    for (let node = 0; node < 5; node++) {
      await clock.advance(10 * MINUTE_MS);
      workflow.start({ startedAt: startedAt + node });
    }
    expect((await usedBy(quick.store))[1]).toBe(1);
  });
});
