import { describe, expect, it } from '@jest/globals';
import { textOf } from '../../../../../core/models/chatModel';
import { fails, hangs, says, type Act } from '../../../../support/scriptedModel';
import { confidenceIn, fault, good, GOOD, QUERY, REFUSAL, stage } from '../stage';

const JUST_BELOW = confidenceIn(GOOD) - 0.01;
const JUST_ABOVE = confidenceIn(GOOD) + 0.01;

const drafted = { routing: 'draft_first' as const };

/** Drafts first, then says what further samples say. */
function drafter(...samples: Act[]): Act {
  let next = 0;
  return (request) => (request.temperature === undefined ? good : (samples[next++] ?? good))(request);
}

/** Gives a verdict when asked for one, else an answer. */
function verifier(verdict: Act): Act {
  return (request) => (isJudging(request.messages[0]) ? verdict : says('Tokyo, surely.'))(request);
}

function isJudging(message: { role: string; content: unknown } | undefined): boolean {
  return message?.role === 'system' && String(message.content).startsWith('You check answers');
}

describe('further samples of a doubtful draft', () => {
  it('are asked for at some temperature, billed, and told', async () => {
    const { ask, chats } = stage([drafter(), good], {
      settings: { ...drafted, samples: 3, threshold: JUST_BELOW },
    });
    const { report, trace } = await ask();
    expect(report.attempts.map(({ role }) => role)).toEqual(['drafter', 'sample', 'sample', 'sample']);
    expect(report).toMatchObject({ modelUsed: 'model 1', costUsd: 0.00048 });
    expect(chats[0]?.requests.map(({ temperature }) => temperature)).toEqual([undefined, 0.8, 0.8, 0.8]);
    expect(trace).toContainEqual(expect.objectContaining({ step: 'sample', of: 'model 1' }));
  });

  it('that say the same raise the confidence in it, those that say something else lower it', async () => {
    const settings = { ...drafted, samples: 3, threshold: JUST_BELOW };
    const other = says('It must be Kyoto, with its temples.');
    const same = (await stage([drafter(), good], { settings }).ask()).report;
    const different = (await stage([drafter(other, other, other), good], { settings }).ask()).report;
    expect(same.confidence).toBeGreaterThan(JUST_BELOW);
    expect(different.confidence).toBeLessThan(JUST_BELOW);
    expect(different.modelUsed).toBe('model 2');
  });

  it('are no evidence when they fail', async () => {
    const settings = { ...drafted, samples: 2, threshold: JUST_BELOW, timeoutMs: 1000 };
    const { ask, clock } = stage([drafter(fails(fault('server')), hangs), good], { settings });
    const { report } = await ask();
    expect(report.modelUsed).toBe('model 1');
    expect(report.attempts.map(({ error }) => error)).toEqual([
      null,
      'fault: server',
      'The model gave no answer within 1 s',
    ]);
    expect(clock.sleepers).toBe(0);
  });

  it('are as many as the limit of cost has room for', async () => {
    const long = says(GOOD, { usage: { inputTokens: 100, outputTokens: 250 } });
    const talkative: Act = (request) => (request.temperature === undefined ? long : good)(request);
    // 0.00035 are spent, and 0.000264 are foreseen for each sample.
    const settings = { ...drafted, samples: 5, threshold: JUST_BELOW, maxCostUsd: 0.0009 };
    const { ask, asked } = stage([talkative, good], { settings });
    await ask();
    expect(asked()).toEqual([1 + 2, 0]);
  });

  it('are not asked for when the draft is beyond doubt, or nothing depends on them', async () => {
    for (const threshold of [0, confidenceIn(GOOD) - 0.2, confidenceIn(REFUSAL) + 0.2, 1]) {
      const { ask, asked } = stage([says(threshold > 0.5 ? REFUSAL : GOOD), good], {
        settings: { ...drafted, samples: 2, threshold },
      });
      await ask();
      expect(asked()[0]).toBe(1);
    }
  });
});

describe('the verifier as a judge of a doubtful draft', () => {
  const judge = 'when_doubtful' as const;

  it('saves a draft that it finds good enough', async () => {
    const { ask } = stage([good, verifier(says('Yes.'))], {
      settings: { ...drafted, judge, threshold: JUST_ABOVE },
    });
    const { report, trace } = await ask();
    expect(report.modelUsed).toBe('model 1');
    expect(report.attempts.map(({ role, confidence }) => [role, confidence !== null])).toEqual([
      ['drafter', true],
      ['judge', false],
    ]);
    expect(report.costUsd).toBe(0.00012 + 0.0012);
    expect(trace).toContainEqual(
      expect.objectContaining({ step: 'judge', what: 'the draft is good enough' }),
    );
  });

  it('stops a draft that it does not', async () => {
    const { ask } = stage([good, verifier(says('no'))], {
      settings: { ...drafted, judge, threshold: JUST_BELOW },
    });
    const { report, reply } = await ask();
    expect(reply.text).toBe('Tokyo, surely.');
    expect(report.attempts.map(({ role }) => role)).toEqual(['drafter', 'judge', 'verifier']);
  });

  it.each<[string, Act]>([
    ['talks', says('Well, yes and no.')],
    ['fails', fails(fault('server'))],
    ['says nothing', says('')],
  ])('is no evidence when it %s', async (_what, verdict) => {
    for (const [threshold, used] of [
      [JUST_BELOW, 'model 1'],
      [JUST_ABOVE, 'model 2'],
    ] as const) {
      const { ask } = stage([good, verifier(verdict)], { settings: { ...drafted, judge, threshold } });
      expect((await ask()).report.modelUsed).toBe(used);
    }
  });

  it('sees the images of the question', async () => {
    const { ask, chats } = stage([good, verifier(says('yes'))], {
      settings: { ...drafted, judge, threshold: JUST_BELOW },
    });
    const image = { type: 'image' as const, url: 'https://example.com/tokyo.png' };
    await ask({ messages: [{ role: 'user', content: [{ type: 'text', text: QUERY }, image] }] });
    const [judging] = chats[1]?.requests ?? [];
    expect(judging?.messages[1]?.content).toContainEqual(image);
  });

  it('sees question and draft as data between marks that nobody could know', async () => {
    const { ask, chats } = stage([good, verifier(says('yes'))], {
      settings: { ...drafted, judge, threshold: JUST_BELOW },
    });
    await ask();
    await ask({ messages: [{ role: 'user', content: `${QUERY} Be brief.` }] });
    await ask();
    const asked = (chats[1]?.requests ?? []).map(({ messages }) => textOf(messages[1]?.content ?? ''));
    for (const shown of asked) {
      expect(shown).toMatch(
        /^<question id="([\da-f]{64})">\nuser: [^<]+\n<\/question id="\1">\n\n<answer id="\1">/,
      );
      expect(shown).toContain(QUERY);
      expect(shown).toContain(GOOD);
    }
    // The same texts are marked in the same way, so that a batch finds the verdict again.
    const marks = asked.map((shown) => /id="([\da-f]{64})"/.exec(shown)?.[1]);
    expect(marks[1]).not.toBe(marks[0]);
    expect(marks[2]).toBe(marks[0]);
  });
});
