import { describe, expect, it } from '@jest/globals';
import { Judge } from '../../../../core/guardrails/judge/judge';
import { ModerationJudge } from '../../../../core/guardrails/judge/moderationJudge';
import { GuardrailsManager } from '../../../../core/guardrails/manager/guardrailsManager';
import type { PatternRunner } from '../../../../core/guardrails/patterns/patternRunner';
import { RedactionMap } from '../../../../core/guardrails/redaction/redactionMap';
import { restore } from '../../../../core/guardrails/redaction/restore';
import { createUserProfile, type CreateProfileOptions } from '../../../../core/profiles/createUserProfile';
import { says, ScriptedModel } from '../../../support/scriptedModel';
import { judgeThinking } from '../support/scriptedJudge';

const TEXT = 'I will kill you tonight, jane.doe@corp-mail.com.';
const REDACTED = 'I will kill you tonight, [EMAIL].';

function userWith(options: CreateProfileOptions) {
  return createUserProfile('PRO', 'user-1', options);
}

const everything = userWith({ enableContentModeration: true, enablePiiDetection: true });
const nothing = userWith({});

const patterns: PatternRunner = {
  matchAll: (source, text, flags = '') => text.matchAll(new RegExp(source, `${flags}g`)),
};

describe('a check', () => {
  const manager = new GuardrailsManager();

  it('looks for nothing when the profile has nothing switched on', async () => {
    expect(await manager.checkContent(TEXT, nothing)).toEqual({
      isSafe: true,
      violations: [],
      contentModeration: undefined,
      piiDetected: [],
      checks: [],
    });
  });

  it('looks for what the profile has switched on', async () => {
    const moderated = await manager.checkContent(TEXT, userWith({ enableContentModeration: true }));
    expect(moderated).toMatchObject({
      isSafe: false,
      contentModeration: { isSafe: false, categories: expect.arrayContaining(['violence']) },
      piiDetected: [],
      checks: [{ guardrail: 'moderation', outcome: 'violated' }],
    });
    const searched = await manager.checkContent(TEXT, userWith({ enablePiiDetection: true }));
    expect(searched).toMatchObject({
      isSafe: false,
      contentModeration: undefined,
      piiDetected: [{ piiType: 'email', value: 'j***@***' }],
      checks: [{ guardrail: 'pii', outcome: 'violated' }],
    });
    const both = await manager.checkContent(TEXT, everything);
    expect(both.checks.map(({ guardrail }) => guardrail)).toEqual(['moderation', 'pii']);
  });

  it('lets a harmless text pass', async () => {
    expect(await manager.checkContent('How do I bake bread?', everything)).toMatchObject({
      isSafe: true,
      violations: [],
      contentModeration: { isSafe: true },
    });
  });

  it('lowers every threshold of moderation for a strict profile', async () => {
    const engine = {
      name: 'doubtful',
      score: () =>
        Promise.resolve({
          hate: 0.4,
          harassment: 0,
          'self-harm': 0,
          sexual: 0,
          'sexual/minors': 0,
          violence: 0,
        }),
    };
    const doubting = new GuardrailsManager({ moderation: { engines: [engine] } });
    expect(await doubting.checkContent('bread', everything)).toMatchObject({ isSafe: true });
    const strict = userWith({ enableContentModeration: true, strictGuardrails: true });
    expect(await doubting.checkContent('bread', strict)).toMatchObject({
      isSafe: false,
      violations: [{ category: 'hate', engine: 'doubtful', score: 0.4 }],
    });
  });

  describe('of personal data that is doubtful', () => {
    const lenient = userWith({ enablePiiDetection: true });
    const strict = userWith({ enablePiiDetection: true, strictGuardrails: true });
    const text = 'It is B-1234.';

    function seeking(confidence: number, threshold?: number): GuardrailsManager {
      const customEntities = [{ name: 'badge', pattern: 'B-[0-9]{4}', confidence }];
      const own = threshold === undefined ? {} : { threshold };
      return new GuardrailsManager({ pii: { customEntities, patterns, ...own } });
    }

    it('counts it for a strict profile', async () => {
      const manager = seeking(0.4);
      expect(await manager.checkContent(text, lenient)).toMatchObject({ isSafe: true });
      expect(await manager.checkContent(text, strict)).toMatchObject({
        isSafe: false,
        piiDetected: [{ piiType: 'badge' }],
      });
      expect(await manager.redactPii(text, lenient)).toEqual([text, []]);
      expect(await manager.redactPii(text, strict)).toMatchObject(['It is [BADGE].', [{}]]);
    });

    it("lowers a threshold of one's own for a strict profile, and never raises it", async () => {
      expect(await seeking(0.4, 0.9).checkContent(text, strict)).toMatchObject({ isSafe: false });
      expect(await seeking(0.1, 0.05).checkContent(text, strict)).toMatchObject({ isSafe: false });
      expect(await seeking(0.1).checkContent(text, strict)).toMatchObject({ isSafe: true });
    });
  });

  it('asks the engines that it was given', async () => {
    const chat = judgeThinking(() => ({
      hate: 0.8,
      harassment: 0,
      'self-harm': 0,
      sexual: 0,
      'sexual/minors': 0,
      violence: 0,
    }));
    const judging = new GuardrailsManager({
      moderation: { engines: [new ModerationJudge(new Judge({ chat }))] },
    });
    expect(await judging.checkContent('bread', everything)).toMatchObject({
      isSafe: false,
      violations: [{ guardrail: 'moderation', category: 'hate', score: 0.8, engine: 'judge' }],
    });
    expect(await judging.checkContent('bread', nothing)).toMatchObject({ isSafe: true });
    expect(chat.requests).toHaveLength(1);
  });

  it('is never safe because an engine failed', async () => {
    const judge = new Judge({ chat: new ScriptedModel(says('I would rather not.')) });
    const moderation = { engines: [new ModerationJudge(judge)] };
    const failing = new GuardrailsManager({ moderation });
    await expect(failing.checkContent('bread', everything)).rejects.toMatchObject({
      name: 'GuardrailEngineError',
      fault: 'bad_reply',
    });
    const refusing = new GuardrailsManager({ moderation, onEngineFailure: 'refuse' });
    expect(await refusing.checkContent('bread', everything)).toMatchObject({
      isSafe: false,
      violations: [{ guardrail: 'moderation', category: 'not_judged', engine: 'judge' }],
    });
    const content = new GuardrailsManager({ moderation, onEngineFailure: 'built-in' });
    expect(await content.checkContent('bread', everything)).toMatchObject({
      isSafe: true,
      contentModeration: { isSafe: true, failedEngines: ['judge'] },
      checks: [{ outcome: 'passed', engineFailures: [{ engine: 'judge', fault: 'bad_reply' }] }, {}],
    });
  });

  it('refuses what is no text', async () => {
    // @ts-expect-error: what a user of JavaScript may pass
    const checking = manager.checkContent(5, everything);
    await expect(checking).rejects.toThrow('Parameter "text" is a number, but must be a text');
  });

  it('finds what stands at the end of a million characters', async () => {
    const long = `${'All is well, nothing to see here. '.repeat(30_000)}${TEXT}`;
    const check = await manager.checkContent(long, everything);
    expect(check.violations.map(({ guardrail }) => guardrail)).toEqual(
      expect.arrayContaining(['moderation', 'pii']),
    );
  }, 60_000);
});

describe('redaction', () => {
  const manager = new GuardrailsManager();

  it('takes personal data out', async () => {
    const [text, matches] = await manager.redactPii(TEXT, everything);
    expect(text).toBe(REDACTED);
    expect(matches).toMatchObject([{ piiType: 'email', value: 'j***@***', position: [25, 47] }]);
  });

  it('has the styles of the detector', async () => {
    const [masked] = await manager.redactPii(TEXT, everything, { style: 'mask' });
    expect(masked).toBe('I will kill you tonight, j***@***.');
    const [text, , map] = await manager.redactPii(TEXT, everything, { style: 'reversible' });
    expect(text).toBe('I will kill you tonight, [EMAIL_1].');
    expect(restore('Dear [EMAIL_1]', map)).toBe('Dear jane.doe@corp-mail.com');
  });

  it('leaves the text alone when the profile has it switched off', async () => {
    expect(await manager.redactPii(TEXT, nothing)).toEqual([TEXT, []]);
    const map = new RedactionMap();
    const untouched = await manager.redactPii(TEXT, nothing, { style: 'reversible', map });
    expect(untouched).toEqual([TEXT, [], map]);
  });

  it('refuses what is no text', async () => {
    // @ts-expect-error: what a user of JavaScript may pass
    const redacting = manager.redactPii(null, nothing);
    await expect(redacting).rejects.toThrow('Parameter "text" is null, but must be a text');
  });
});

it.each<[unknown, string]>([
  [{ pii: { types: ['name'] } }, 'Parameter "types.0" is "name"'],
  [{ moderation: { thresholds: { hate: 2 } } }, 'Parameter "thresholds.hate" is 2'],
  [{ onEngineFailure: 'pass' }, 'Parameter "onEngineFailure" is "pass"'],
])('choices that are none are refused at once: %#', (choices, message) => {
  expect(() => void Reflect.construct(GuardrailsManager, [choices])).toThrow(message);
});
