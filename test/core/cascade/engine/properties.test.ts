import { expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { getEventListeners } from 'node:events';
import type { CascadeSettings } from '../../../../core/cascade/settings';
import { CascadeError } from '../../../../core/errors/cascadeError';
import type { ChatModelFault } from '../../../../core/models/chatModelError';
import {
  fails,
  hangs,
  ignoresTheSignal,
  says,
  saysUncounted,
  type Act,
} from '../../../support/scriptedModel';
import { fault, GOOD, inTurn, played, REFUSAL, stage, StreamingModel, streams } from './stage';

const faults: ChatModelFault[] = [
  'authentication',
  'bad_reply',
  'network',
  'rate_limit',
  'rejected',
  'server',
  'timeout',
];
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.constantFrom(GOOD, REFUSAL, '', 'Tok').map((text) => says(text)),
  fc.constantFrom(saysUncounted(GOOD), hangs, ignoresTheSignal),
  fc
    .tuple(fc.constantFrom(...faults), fc.option(fc.nat(90_000)))
    .map(([of, retryAfterMs]) => fails(fault(of, retryAfterMs === null ? {} : { retryAfterMs }))),
);
const model = fc.oneof(
  fc.tuple(act, act, act).map((acts) => () => inTurn(...acts)),
  fc.tuple(fc.array(fc.constantFrom('To', 'kyo', ' '), { maxLength: 4 }), fc.boolean()).map(
    ([texts, isBroken]) =>
      () =>
        new StreamingModel(streams(texts, isBroken ? fault('network') : undefined)),
  ),
);
const settings: fc.Arbitrary<CascadeSettings> = fc.record({
  threshold: fc.constantFrom(0, 0.6, 0.75, 0.9),
  routing: fc.constantFrom('predictive', 'draft_first'),
  mode: fc.constantFrom('sequential', 'speculative'),
  samples: fc.nat(2),
  judge: fc.constantFrom('never', 'when_doubtful'),
  logprobs: fc.boolean(),
  retries: fc.nat(3),
  timeoutMs: fc.constantFrom(500, 20_000),
  totalTimeoutMs: fc.constantFrom(1000, 60_000),
  longestWaitMs: fc.constantFrom(0, 2000, 20_000),
  whenVerifierFails: fc.constantFrom('best_draft', 'fail'),
  maxCostUsd: fc.constantFrom(null, 0, 0.0005, 0.01),
});

/** Whatever the models do, in whatever cascade. */
it('ends in time, with an answer or a clear error, tells all that was spent, and leaves nothing behind', async () => {
  const models = fc.array(model, { minLength: 1, maxLength: 4 });
  const abortsAt = fc.option(fc.nat(30_000));
  const readerHangs = fc.boolean();
  await fc.assert(
    fc.asyncProperty(models, settings, abortsAt, readerHangs, async (made, chosen, abortAfterMs, hung) => {
      const {
        begun,
        clock,
        made: attempts,
      } = stage(
        made.map((make) => make()),
        { settings: chosen },
      );
      const texts: string[] = [];
      const caller = new AbortController();
      const startedAt = clock.now();
      const onText = (text: string) => {
        texts.push(text);
        return hung ? new Promise<void>(() => undefined) : undefined;
      };
      const running = begun({ signal: caller.signal, onText });
      const ending = running.then(
        (turn) => ({ turn, attempts: turn.report.attempts, costUsd: turn.report.costUsd }),
        (error: unknown) => error,
      );
      if (abortAfterMs !== null) {
        void clock.sleep(abortAfterMs).then(() => {
          caller.abort('enough');
        });
      }
      const ended = await played(clock, ending);
      const { totalTimeoutMs = 0 } = chosen;
      expect(clock.now() - startedAt).toBeLessThanOrEqual(totalTimeoutMs + 250);
      expect(getEventListeners(caller.signal, 'abort')).toHaveLength(0);
      if (hung && texts.length > 0) {
        const isTold = ended === 'enough' || (CascadeError.is(ended) && ended.code === 'TEXT_NOT_TAKEN');
        expect(isTold).toBe(true);
        return;
      }
      const nano = attempts.reduce((sum, { costUsd }) => sum + Math.round((costUsd ?? 0) * 1e9), 0);
      if (ended === 'enough') return;
      expect(ended).toHaveProperty('costUsd', nano / 1e9);
      expect(ended).toHaveProperty('attempts.length', attempts.length);
      if (typeof ended === 'object' && ended !== null && 'turn' in ended) {
        const { turn } = ended as { turn: Awaited<typeof running> };
        expect(texts.join('')).toBe(turn.reply.text);
        expect(turn.report.attempts.filter(({ accepted }) => accepted)).toHaveLength(1);
      }
    }),
    { numRuns: 300 },
  );
});
