import { describe, expect, it } from '@jest/globals';
import { CascadeError } from '../../../../core/errors/cascadeError';
import { InvalidParameterError } from '../../../../core/errors/invalidParameterError';
import {
  MODERATION_CATEGORIES,
  type ModerationScores,
} from '../../../../core/guardrails/moderation/categories';
import { ContentModerator } from '../../../../core/guardrails/moderation/contentModerator';
import type { ModerationEngine } from '../../../../core/guardrails/moderation/moderationEngine';

const HARMLESS = 'The library opens at nine on weekdays.';
const HATEFUL = 'Kill all immigrants, they are subhuman vermin.';
const NOTHING: ModerationScores = {
  hate: 0,
  harassment: 0,
  'self-harm': 0,
  sexual: 0,
  'sexual/minors': 0,
  violence: 0,
};

function engine(name: string, score: ModerationEngine['score']): ModerationEngine {
  return { name, score };
}

const calm = engine('calm', () => Promise.resolve(NOTHING));
const strictJudge = engine('judge', () => Promise.resolve({ ...NOTHING, harassment: 0.97 }));
const broken = engine('broken', () => Promise.reject(new Error('out of order')));

describe('check', () => {
  const moderator = new ContentModerator();

  it('finds a harmless text safe in every category', () => {
    const result = moderator.check(HARMLESS);
    expect(result).toMatchObject({ isSafe: true, categories: [], violations: [], failedEngines: [] });
    expect(Object.keys(result.scores).sort()).toEqual([...MODERATION_CATEGORIES].sort());
    expect(result.confidence).toBeGreaterThan(0.5);
  });

  it('names the categories of a harmful text, the surest first', () => {
    const { isSafe, categories, violations, confidence } = moderator.check(HATEFUL);
    expect(isSafe).toBe(false);
    expect(categories).toEqual(expect.arrayContaining(['hate', 'violence']));
    expect(violations.map(({ category }) => category)).toEqual(categories);
    expect(violations.map(({ score }) => score)).toEqual(
      [...violations.map(({ score }) => score)].sort().reverse(),
    );
    expect(violations[0]).toMatchObject({ engine: 'built-in', threshold: 0.5, score: confidence });
  });

  it('finds a threat in the middle of a long harmless text', () => {
    const essay = 'The committee discussed the budget for the new bridge at length. '.repeat(120);
    expect(moderator.check(essay).isSafe).toBe(true);
    expect(moderator.check(`${essay} I will murder you tonight. ${essay}`).categories).toContain('violence');
  });

  it('does not add up the single words of a long text', () => {
    const chapter =
      'The guide shows visitors through the museum. One room has a naked statue from the harbour. ' +
      'Another has a sword and a letter about the war. Then they drink tea in the garden and talk. ';
    expect(moderator.check(chapter.repeat(100)).isSafe).toBe(true);
  });

  it.each(['', ' ', '\ud800', '\u0000\u0001', '😀'.repeat(100)])('has nothing against %j', (text) => {
    expect(moderator.check(text).isSafe).toBe(true);
  });

  it('gives the same text the same scores', () => {
    expect(moderator.check(HATEFUL)).toEqual(moderator.check(HATEFUL));
  });

  it('refuses what is no text, without quoting it', () => {
    const given: unknown = { secret: 'hunter2' };
    expect(() => moderator.check(given as string)).toThrow(InvalidParameterError);
    expect(() => moderator.check(given as string)).toThrow(
      'Parameter "text" is an object, but must be a text',
    );
  });
});

describe('thresholds', () => {
  it('are lower in strict moderation', () => {
    const doubtful = 'You idiot.';
    expect(new ContentModerator().check(doubtful).isSafe).toBe(true);
    expect(new ContentModerator({ strict: true }).check(doubtful).categories).toEqual(['harassment']);
  });

  it('can be chosen for each category', () => {
    const moderator = new ContentModerator({ thresholds: { hate: 1, violence: 1, harassment: 1 } });
    expect(moderator.check(HATEFUL).isSafe).toBe(true);
    expect(moderator.check('I want to kill myself').categories).toEqual(['self-harm']);
  });

  it.each([
    [{ hate: 2 }, 'thresholds.hate'],
    [{ hate: Number.NaN }, 'thresholds.hate'],
    [{ spam: 0.5 }, 'thresholds'],
    ['high', 'thresholds'],
  ])('refuses %j', (thresholds, parameter) => {
    const options = { thresholds } as object;
    expect(() => new ContentModerator(options)).toThrow(`Parameter "${parameter}"`);
  });
});

describe('checkAsync', () => {
  it('says the same as check when there is no engine', async () => {
    const moderator = new ContentModerator();
    await expect(moderator.checkAsync(HATEFUL)).resolves.toEqual(moderator.check(HATEFUL));
  });

  it('names the engine with the highest score', async () => {
    const moderator = new ContentModerator({ engines: [calm, strictJudge] });
    const { violations } = await moderator.checkAsync(HARMLESS);
    expect(violations).toEqual([{ category: 'harassment', score: 0.97, threshold: 0.5, engine: 'judge' }]);
  });

  it('does not let a calm engine excuse what was found here', async () => {
    const { isSafe } = await new ContentModerator({ engines: [calm] }).checkAsync(HATEFUL);
    expect(isSafe).toBe(false);
  });

  it('fails when an engine does, unless told otherwise', async () => {
    const check = new ContentModerator({ engines: [calm, broken] }).checkAsync(HARMLESS);
    await expect(check).rejects.toMatchObject({ engine: 'broken' });
    await expect(check.catch((error: unknown) => CascadeError.is(error))).resolves.toBe(true);
  });

  it('lets the own verdict decide when told so, and says which engine failed', async () => {
    const moderator = new ContentModerator({ engines: [broken], onEngineFailure: 'built-in' });
    await expect(moderator.checkAsync(HARMLESS)).resolves.toMatchObject({
      isSafe: true,
      failedEngines: ['broken'],
    });
    await expect(moderator.checkAsync(HATEFUL)).resolves.toMatchObject({
      isSafe: false,
      failedEngines: ['broken'],
    });
  });

  it('refuses the text when told so', async () => {
    const moderator = new ContentModerator({ engines: [broken], onEngineFailure: 'refuse' });
    await expect(moderator.checkAsync(HARMLESS)).resolves.toMatchObject({
      isSafe: false,
      failedEngines: ['broken'],
    });
  });

  it.each([
    ['no number', { ...NOTHING, hate: Number.NaN }],
    ['a number above 1', { ...NOTHING, hate: 7 }],
    ['a category less', { hate: 0 }],
    ['nothing', undefined],
  ])('takes %s from an engine for a failure, not for safe', async (_, scores) => {
    const odd = engine('odd', () => Promise.resolve(scores as ModerationScores));
    await expect(new ContentModerator({ engines: [odd] }).checkAsync(HARMLESS)).rejects.toMatchObject({
      engine: 'odd',
      fault: 'bad_reply',
    });
  });

  it('takes an engine that throws at once for a failure', async () => {
    const rude = engine('rude', () => {
      throw new Error('no');
    });
    await expect(new ContentModerator({ engines: [rude] }).checkAsync(HARMLESS)).rejects.toMatchObject({
      engine: 'rude',
    });
  });

  it('ends with the reason of the signal, before and during the check', async () => {
    const reason = new Error('changed my mind');
    const controller = new AbortController();
    const patient = engine('patient', (_, signal) => {
      return new Promise((__, reject) => {
        signal?.addEventListener('abort', () => {
          reject(new Error('stopped'));
        });
      });
    });
    const check = new ContentModerator({ engines: [patient] }).checkAsync(HARMLESS, controller.signal);
    controller.abort(reason);
    await expect(check).rejects.toBe(reason);
    await expect(
      new ContentModerator({ engines: [calm] }).checkAsync(HARMLESS, controller.signal),
    ).rejects.toBe(reason);
  });

  it.each([
    [{ engines: [{ name: 'x' }] }, 'engines.0'],
    [{ engines: 'judge' }, 'engines'],
    [{ onEngineFailure: 'ignore' }, 'onEngineFailure'],
    [{ strict: 'yes' }, 'strict'],
  ])('refuses %j', (options, parameter) => {
    expect(() => new ContentModerator(options as object)).toThrow(`Parameter "${parameter}"`);
  });
});
