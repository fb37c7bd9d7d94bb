import { expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { CascadeJobs } from '../../../../../core/cascade/batch/jobs/cascadeJobs';
import type { JobsResult } from '../../../../../core/cascade/batch/jobs/jobsResult';
import { ChatModelError } from '../../../../../core/models/chatModelError';
import { answer, askedIn, jobStage, REFUSAL, type Worked } from './jobStage';

const GOOD = 'The capital of Japan is Tokyo.';

type Fate = 'good' | 'refusal' | 'empty' | 'server' | 'rejected' | 'expired' | 'nothing';
const fate = fc.constantFrom<Fate>(
  'good',
  'good',
  'refusal',
  'empty',
  'server',
  'rejected',
  'expired',
  'nothing',
);

function worked(what: Fate | undefined): Worked {
  switch (what) {
    case 'good':
      return answer(GOOD);
    case 'refusal':
      return answer(REFUSAL);
    case 'empty':
      return answer('');
    case 'server':
    case 'rejected':
      return new ChatModelError(what, { fault: what });
    default:
      return what ?? 'nothing';
  }
}

/** Whatever the models do, in whatever jobs, and whoever goes on with them. */
it('gives each query one outcome, asks for nothing twice, and costs what the replies cost', async () => {
  const fates = fc.array(fc.tuple(fate, fate, fate), { maxLength: 12 });
  const limits = fc.record({ requests: fc.integer({ min: 1, max: 5 }), bytes: fc.constant(1_000_000) });
  const settings = fc.record({
    logprobs: fc.boolean(),
    retries: fc.nat(1),
    samples: fc.nat(2),
    judge: fc.constantFrom('never' as const, 'when_doubtful' as const),
    whenVerifierFails: fc.constantFrom('best_draft' as const, 'fail' as const),
  });
  await fc.assert(
    fc.asyncProperty(fates, limits, settings, fc.boolean(), async (fatesOf, limit, chosen, isHandedOver) => {
      const queries = fatesOf.map(
        (_, index) => `What is the capital of Japan, for the ${String(index)}th time?`,
      );
      const works = [0, 1, 2].map((model) => (request: Parameters<typeof askedIn>[0]) => {
        const index = Number(/for the (\d+)th time/.exec(askedIn(request))?.[1]);
        return worked(fatesOf[index]?.[model]);
      });
      const stage = jobStage(works, queries, { settings: chosen });
      for (const jobs of stage.jobs) jobs.limits = limit;
      const { items, left } = await seenThrough(stage, isHandedOver);

      expect(items).toHaveLength(queries.length);
      for (const [index, item] of items.entries()) {
        expect(left.has(index)).toBe(item === undefined);
        if (item) expect([item.index, ['done', 'failed'].includes(item.status)]).toEqual([index, true]);
      }
      const ids = stage.jobs.flatMap(({ submitted }) => submitted.map(({ customId }) => customId));
      expect(new Set(ids).size).toBe(ids.length);
      const paid = stage.jobs.flatMap(({ held }, model) =>
        [...held.values()].flatMap(({ replies }) =>
          replies.map(({ customId, kind }) => ({
            index: Number(customId.split('-')[0]),
            nanoUsd: kind !== 'answered' ? 0 : model === 2 ? 600_000 : 60_000,
          })),
        ),
      );
      for (const item of items) {
        if (!item) continue;
        const nanoUsd = paid
          .filter(({ index }) => index === item.index)
          .reduce((sum, one) => sum + one.nanoUsd, 0);
        expect(Math.round((item.costUsd ?? NaN) * 1e9)).toBe(nanoUsd);
        if (item.status === 'done') expect(item.value.cascade.costUsd).toBe(item.costUsd);
      }
      expect(stage.singles.every(({ asked }) => asked.length === 0)).toBe(true);
      expect(stage.clock.sleepers).toBe(0);
    }),
    { numRuns: 60 },
  );
}, 60_000);

/** @param isHandedOver whether another process goes on after each step */
async function seenThrough(stage: ReturnType<typeof jobStage>, isHandedOver: boolean): Promise<JobsResult> {
  const { runs, clock, play } = stage;
  const options = { clock, discount: 0.5 };
  let jobs = new CascadeJobs(runs, options);
  for (;;) {
    const step = await play(jobs.advance());
    if (step.state === 'finished') return step.result;
    const record: unknown = JSON.parse(JSON.stringify(jobs.record));
    if (isHandedOver) jobs = new CascadeJobs(runs, { ...options, record });
  }
}
