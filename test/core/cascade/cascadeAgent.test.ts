import { describe, expect, it } from '@jest/globals';
import { CascadeAgent, type CascadeAgentOptions } from '../../../core/cascade/cascadeAgent';
import { AllModelsFailedError } from '../../../core/cascade/engine/allModelsFailedError';
import type { CascadeModel } from '../../../core/cascade/engine/cascadeModel';
import { DOMAINS } from '../../../core/cascade/query/domains';
import { PRESETS, presetNames, type PresetName } from '../../../core/cascade/presets';
import { InvalidParameterError } from '../../../core/errors/invalidParameterError';
import { ChatModelError } from '../../../core/models/chatModelError';
import { FakeClock } from '../../support/fakeClock';
import { fails, hangs, says, saysUncounted, ScriptedModel, type Act } from '../../support/scriptedModel';

const QUERY = 'What is the capital of Japan?';
const HARD_QUERY =
  'Prove formally that the asymptotic lower bound holds, derive every lemma, and design and analyze a distributed algorithm that must match it exactly. Explain why.';
/** With it every query is direct. */
const HOPELESS = { threshold: 1 };
const REFUSAL = "I'm sorry, but I can't help with that.";
const overloaded = new ChatModelError('status 500: overloaded', { fault: 'server', status: 500 });

/** A cascade whose prices make the sums easy: a drafter costs 0.001 per thousand tokens each way, a verifier 0.01. */
function cascade(acts: readonly Act[], options: Partial<CascadeAgentOptions> = {}) {
  const chats = acts.map((act) => new ScriptedModel(act));
  const models: CascadeModel[] = chats.map((chat, index) => {
    const perMillion = index === chats.length - 1 ? 10 : 1;
    const price = { inputPerMillion: perMillion, outputPerMillion: perMillion };
    return { name: `model ${String(index + 1)}`, chat, price };
  });
  const asked = () => chats.map(({ requests }) => requests.length);
  return {
    agent: new CascadeAgent({ clock: new FakeClock(), retries: 0, ...options, models }),
    asked,
    chats,
  };
}

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => {
      throw new Error('It should have failed');
    },
    (error: unknown) => error,
  );
}

describe('a cascade of two models', () => {
  it('answers with a good draft and asks nobody else', async () => {
    const { agent, asked } = cascade([says('Tokyo.'), says('The capital is Tokyo.')]);
    const { output, cascade: report } = await agent.run(QUERY);
    expect(output).toBe('Tokyo.');
    expect(asked()).toEqual([1, 0]);
    expect(report).toMatchObject({
      modelUsed: 'model 1',
      escalated: false,
      direct: false,
      threshold: PRESETS.balanced.threshold,
      complexity: 'TRIVIAL',
      domain: 'general',
      reason: 'accepted: no fault found',
      attempts: [{ model: 'model 1', role: 'drafter', accepted: true, error: null }],
    });
    expect(report.confidence).toBeGreaterThanOrEqual(report.threshold);
  });

  it('tells draft and verification apart by their place, also when one model does both', async () => {
    const both: CascadeModel = { name: 'both', chat: new ScriptedModel(says(REFUSAL)) };
    const { cascade: report } = await new CascadeAgent({ models: [both, both] }).run(QUERY);
    expect(report).toMatchObject({
      escalated: true,
      attempts: [
        { role: 'drafter', accepted: false },
        { role: 'verifier', accepted: true },
      ],
    });
  });

  it('escalates a refused draft and says why', async () => {
    const { agent, asked } = cascade([says(REFUSAL), says('Tokyo.')]);
    const { output, cascade: report } = await agent.run(QUERY);
    expect(output).toBe('Tokyo.');
    expect(asked()).toEqual([1, 1]);
    expect(report).toMatchObject({
      modelUsed: 'model 2',
      escalated: true,
      direct: false,
      reason: 'escalated: the draft refuses to answer',
      attempts: [
        { role: 'drafter', accepted: false, error: null },
        { role: 'verifier', accepted: true, confidence: null, error: null },
      ],
    });
    expect(report.confidence).toBeLessThan(report.threshold);
    expect(report.confidence).toBe(report.attempts[0]?.confidence);
  });

  it('skips the draft that would not do', async () => {
    const { agent, asked } = cascade([says('Easy.'), says('By induction.')], HOPELESS);
    const { output, cascade: report } = await agent.run(HARD_QUERY);
    expect(output).toBe('By induction.');
    expect(asked()).toEqual([0, 1]);
    expect(report).toMatchObject({ direct: true, escalated: false, complexity: 'EXPERT', savedUsd: 0 });
    expect(report.reason).toBe('direct: no draft can reach a threshold of 1');
    expect(report.confidence).toBeGreaterThan(0);
  });

  it.each<[string, Act, string]>([
    ['fails', fails(overloaded), 'escalated: model 1 failed: status 500: overloaded'],
    ['says nothing', says(' \n'), 'escalated: model 1 failed: The model returned an empty answer'],
    [
      'is filtered',
      says('', { finishReason: 'content_filter' }),
      'escalated: model 1 failed: The content filter of the model left nothing of its answer',
    ],
    [
      'is cut off',
      says('Tok', { finishReason: 'length' }),
      'escalated: the draft was cut off at its length limit',
    ],
    [
      'throws at once',
      () => {
        throw new Error('broken');
      },
      'escalated: model 1 failed: broken',
    ],
  ])('escalates when the drafter %s', async (_what, drafter, reason) => {
    const { agent } = cascade([drafter, says('Tokyo.')]);
    const { output, cascade: report } = await agent.run(QUERY);
    expect(output).toBe('Tokyo.');
    expect(report).toMatchObject({ modelUsed: 'model 2', escalated: true, reason });
  });

  it('sends the system message, when there is one, and the query as it is', async () => {
    const plain = cascade([says('Tokyo.'), says('Tokyo.')], { systemMessage: '  ' });
    await plain.agent.run(` ${QUERY} `);
    expect(plain.chats[0]?.requests[0]?.messages).toEqual([{ role: 'user', content: ` ${QUERY} ` }]);
    const told = cascade([says('Tokyo.'), says('Tokyo.')], { systemMessage: 'Be brief.' });
    await told.agent.run(QUERY);
    expect(told.chats[0]?.requests[0]?.messages).toEqual([
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: QUERY },
    ]);
  });
});

describe('a cascade of three to five models', () => {
  it.each([3, 4, 5])('climbs %i models one by one until a draft is accepted', async (count) => {
    const refusing = Array.from({ length: count - 2 }, () => says(REFUSAL));
    const { agent, asked } = cascade([...refusing, says('Tokyo.'), says('never asked')]);
    const { output, cascade: report } = await agent.run(QUERY);
    expect(output).toBe('Tokyo.');
    expect(asked()).toEqual([...refusing.map(() => 1), 1, 0]);
    expect(report.attempts.map(({ role }) => role)).toEqual([...refusing.map(() => 'drafter'), 'drafter']);
    expect(report.modelUsed).toBe(`model ${String(count - 1)}`);
  });

  it('reaches the last model past rejected and failed ones, and tells both reasons', async () => {
    const { agent } = cascade([says(REFUSAL), fails(overloaded), says('Tokyo.')]);
    const { cascade: report } = await agent.run(QUERY);
    expect(report.reason).toBe(
      'escalated: the draft refuses to answer; model 2 failed: status 500: overloaded',
    );
    expect(report.attempts.map(({ error }) => error)).toEqual([null, 'status 500: overloaded', null]);
  });

  it('asks the strongest drafter first when the verifier fails at a direct query', async () => {
    const { agent, asked } = cascade([says('weak'), says('strong'), fails(overloaded)], HOPELESS);
    const { output, cascade: report } = await agent.run(HARD_QUERY);
    expect(output).toBe('strong');
    expect(asked()).toEqual([0, 1, 1]);
    expect(report).toMatchObject({ direct: true, escalated: false, modelUsed: 'model 2' });
    expect(report.reason).toContain('no stronger model answered: model 3 failed');
  });
});

describe('when the verifier fails', () => {
  const drafts = [says(REFUSAL), says('Tokyo, I think. Perhaps. Maybe. Possibly not.'), fails(overloaded)];

  it.each<PresetName>(['balanced', 'costSaver'])('%s answers with the best draft', async (preset) => {
    const { agent } = cascade(drafts, { preset, threshold: 0.9 });
    const { output, cascade: report } = await agent.run('Name the capital of Japan');
    expect(output).toBe('Tokyo, I think. Perhaps. Maybe. Possibly not.');
    expect(report).toMatchObject({ modelUsed: 'model 2', escalated: true });
    expect(report.reason).toMatch(/^best draft, below the threshold, because no stronger model answered: /);
    expect(report.attempts.map(({ accepted }) => accepted)).toEqual([false, true, false]);
  });

  it('qualityFirst fails, with the attempts and what they cost', async () => {
    const { agent } = cascade(drafts, { preset: 'qualityFirst' });
    const error = await failureOf(agent.run(QUERY));
    if (!(error instanceof AllModelsFailedError)) throw error;
    expect(error.code).toBe('ALL_MODELS_FAILED');
    expect(error.attempts).toHaveLength(3);
    expect(error.attempts.every(({ accepted }) => !accepted)).toBe(true);
    expect(error.costUsd).toBe(0.00024);
    expect(error.hint).toContain('model 1: its draft was rejected');
    expect(error.hint).toContain('model 3: status 500: overloaded');
  });

  it.each(presetNames)('%s fails when nobody answered', async (preset) => {
    const acts = [fails(overloaded), says(''), fails(new Error('unplugged'))];
    const { agent } = cascade(acts, { preset, mode: 'sequential' });
    const error = await failureOf(agent.run(QUERY));
    if (!(error instanceof AllModelsFailedError)) throw error;
    expect(error.attempts.map(({ error: said }) => said)).toEqual([
      'status 500: overloaded',
      'The model returned an empty answer',
      'unplugged',
    ]);
    expect(error.costUsd).toBe(0.00012);
    expect(error.cause).toMatchObject({ message: 'unplugged' });
  });

  it('a direct query of qualityFirst asks no drafter', async () => {
    const { agent, asked } = cascade([says('weak'), fails(overloaded)], {
      preset: 'qualityFirst',
      ...HOPELESS,
    });
    await expect(agent.run(HARD_QUERY)).rejects.toThrow(AllModelsFailedError);
    expect(asked()).toEqual([0, 1]);
  });
});

describe('thresholds', () => {
  const poor = 'I think so. Perhaps. Maybe. Possibly. I guess.';

  it('0 accepts every draft that says anything', async () => {
    for (const draft of [REFUSAL, poor, 'x', '```js\nlet a']) {
      const { cascade: report } = await cascade([says(draft), says('Tokyo.')], { threshold: 0 }).agent.run(
        QUERY,
      );
      expect(report.modelUsed).toBe('model 1');
    }
  });

  it('1 accepts none', async () => {
    const { agent } = cascade([says('Tokyo.'), says('Tokyo, Japan.')], { threshold: 1 });
    expect((await agent.run(QUERY)).output).toBe('Tokyo, Japan.');
  });

  it('grow stricter from costSaver over balanced to qualityFirst', () => {
    expect(PRESETS.costSaver.threshold).toBeLessThan(PRESETS.balanced.threshold);
    expect(PRESETS.balanced.threshold).toBeLessThan(PRESETS.qualityFirst.threshold);
  });
});

describe('bad input', () => {
  it.each([0, 1, 6])('refuses %i models', (count) => {
    expect(() => cascade(Array.from({ length: count }, () => hangs))).toThrow(
      `Parameter "models" is a list of ${String(count)}, but must be a list of 2 to 5 models`,
    );
  });

  it.each(['', ' \n\t', 5, null, undefined, ['a'], { text: 'a' }])(
    'refuses %j for a query',
    async (query) => {
      const { agent, asked } = cascade([says('a'), says('b')]);
      const run = agent.run.bind(agent) as (given: unknown) => Promise<unknown>;
      await expect(run(query)).rejects.toThrow(InvalidParameterError);
      await expect(run(query)).rejects.toThrow('"query"');
      expect(asked()).toEqual([0, 0]);
    },
  );

  it.each([
    '__proto__',
    'constructor',
    'toString',
    '"}]}',
    '{{ $json }}',
    '\0',
    '\u202E\uD800',
    'a'.repeat(100_000),
    '\n'.repeat(100_000) + 'a',
    '(((((((((('.repeat(10_000),
    'why? '.repeat(20_000),
    '__proto__ '.repeat(10_000),
  ])('takes a hostile query like any other', async (query) => {
    const { agent, chats } = cascade([says('Fine.'), says('Fine.')]);
    const { output, cascade: report } = await agent.run(query);
    expect(output).toBe('Fine.');
    expect(DOMAINS).toContain(report.domain);
    expect(chats.flatMap(({ requests }) => requests)[0]?.messages[0]?.content).toBe(query);
  });

  it('counts an answer without a price or a token count as unknown', async () => {
    const models = [saysUncounted(REFUSAL), saysUncounted('Tokyo.')].map((act, index) => ({
      name: `local ${String(index)}`,
      chat: new ScriptedModel(act),
    }));
    const { cascade: report } = await new CascadeAgent({ models }).run(QUERY);
    expect(report).toMatchObject({
      costUsd: null,
      baselineCostUsd: null,
      savedUsd: null,
      savedPercent: null,
    });
  });
});
