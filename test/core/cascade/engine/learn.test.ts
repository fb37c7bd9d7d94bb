import { describe, expect, it } from '@jest/globals';
import type { Drafted, Learning, Observation } from '../../../../core/cascade/learning/learning';
import { fails, hangs, says } from '../../../support/scriptedModel';
import { confidenceIn, failureOf, fault, good, GOOD, inTurn, QUERY, refuses, REFUSAL, stage } from './stage';

class Notebook implements Learning {
  readonly adjusted: Drafted[] = [];
  readonly observed: Observation[] = [];
  readonly #shift: (confidence: number) => number;

  constructor(shift: (confidence: number) => number = (confidence) => confidence) {
    this.#shift = shift;
  }

  adjust(confidence: number, of: Drafted): number {
    this.adjusted.push(of);
    return this.#shift(confidence);
  }

  observe(observation: Observation): void {
    this.observed.push(observation);
  }
}

describe('what was learned', () => {
  it('moves the confidence in a draft', async () => {
    const { report } = await stage([good, says('Tokyo.')], { learning: new Notebook(() => 0.1) }).ask();
    expect(report).toMatchObject({ modelUsed: 'model 2', confidence: 0.1 });
  });

  it.each<[string, Learning]>([
    [
      'fails',
      { adjust: () => Promise.reject(new Error('down')), observe: () => Promise.reject(new Error('down')) },
    ],
    ['hangs', { adjust: () => new Promise(() => undefined), observe: () => new Promise(() => undefined) }],
    [
      'throws',
      {
        adjust: () => {
          throw new Error('down');
        },
        observe: () => {
          throw new Error('down');
        },
      },
    ],
  ])('is left out when its store %s', async (_what, learning) => {
    for (const drafter of [good, refuses]) {
      const { ask, clock } = stage([drafter, says('Tokyo.')], { learning });
      const { report, trace } = await ask();
      expect(report.modelUsed).toBe(drafter === good ? 'model 1' : 'model 2');
      expect(trace.some(({ step, what }) => step === 'learn' && what.startsWith('left out: '))).toBe(true);
      expect(clock.sleepers).toBe(0);
    }
  });
});

it('is waited for once only while its store hangs', async () => {
  const asked: string[] = [];
  const hang = (what: string) => () => {
    asked.push(what);
    return new Promise<never>(() => undefined);
  };
  const learning = { adjust: hang('adjust'), observe: hang('observe') };
  const { report } = await stage([refuses, says('Tokyo.')], { learning }).ask();
  expect(asked).toEqual(['adjust']);
  expect(report.latencyMs).toBe(1000);
});

describe('an escalation', () => {
  it('teaches how each rejected draft compares with the answer', async () => {
    const learning = new Notebook((confidence) => confidence / 2);
    await stage([good, refuses, says('Tokyo.')], { learning }).ask();
    expect(learning.observed).toMatchObject([
      {
        model: 'model 1',
        domain: 'general',
        draft: GOOD,
        answer: 'Tokyo.',
        query: QUERY,
        confidence: confidenceIn(GOOD),
      },
      { model: 'model 2', draft: REFUSAL },
    ]);
  });

  it('teaches nothing without a whole text, or about drafts with another fault', async () => {
    const learning = new Notebook();
    const tools = [{ name: 'search', description: '', parameters: {} }];
    const toolCalls = [{ id: '1', name: 'search', arguments: '{}' }];
    await stage([refuses, says('', { toolCalls })], { learning }).ask({ tools });
    await stage([refuses, says('Tok', { finishReason: 'length' })], { learning }).ask();
    await stage([refuses, fails(fault('authentication'))], { learning }).ask();
    await stage([good, says('Tokyo.')], { learning }).ask({ faultOf: () => 'no JSON' });
    expect(learning.observed).toEqual([]);
  });
});

describe('an audit', () => {
  const settings = { auditShare: 0.25 };

  it('asks the verifier too, after the text was given, and is counted', async () => {
    const order: string[] = [];
    const learning = new Notebook();
    const verifier = inTurn((request) => {
      order.push('audit');
      return says('Kyoto.')(request);
    });
    const { ask } = stage([good, verifier], { settings, learning, random: () => 0.24 });
    const { reply, report } = await ask({ onText: (text) => void order.push(text) });
    expect(order).toEqual([GOOD, 'audit']);
    expect(reply.text).toBe(GOOD);
    expect(report).toMatchObject({ modelUsed: 'model 1', escalated: false, costUsd: 0.00012 + 0.0012 });
    expect(report.attempts.map(({ role, accepted }) => [role, accepted])).toEqual([
      ['drafter', true],
      ['audit', false],
    ]);
    expect(learning.observed).toMatchObject([{ model: 'model 1', draft: GOOD, answer: 'Kyoto.' }]);
  });

  it('is left out for the rest, for escalations, and where nobody learns', async () => {
    const learning = new Notebook();
    const rest = stage([good, good], { settings, learning, random: () => 0.25 });
    await rest.ask();
    expect(rest.asked()).toEqual([1, 0]);
    const escalated = stage([refuses, good], { settings: { auditShare: 1 }, learning });
    await escalated.ask();
    expect(escalated.asked()).toEqual([1, 1]);
    const unlearning = stage([good, good], { settings: { auditShare: 1 } });
    await unlearning.ask();
    expect(unlearning.asked()).toEqual([1, 0]);
  });

  it('that fails costs the audit, never the answer', async () => {
    for (const verifier of [fails(fault('server')), hangs]) {
      const learning = new Notebook();
      const { ask, clock } = stage([good, verifier], { settings: { auditShare: 1 }, learning });
      expect((await ask()).reply.text).toBe(GOOD);
      expect(learning.observed).toEqual([]);
      expect(clock.sleepers).toBe(0);
    }
  });

  it("ends with the caller's abort", async () => {
    const caller = new AbortController();
    const { begun, clock, made } = stage([good, hangs], {
      settings: { auditShare: 1 },
      learning: new Notebook(),
    });
    const running = failureOf(begun({ signal: caller.signal }));
    await clock.advance(10);
    caller.abort('enough');
    expect(await running).toBe('enough');
    expect(made.map(({ role }) => role)).toEqual(['drafter', 'audit']);
  });
});
