import { describe, expect, it } from '@jest/globals';
import { CORE_PII_TYPES, Judge, MODERATION_CATEGORIES, PII_TYPES, type GuardrailRule } from '../../../core';
import { Engines, patterns } from '../../../nodes/Guardrails/engines';
import { readOptions } from '../../../nodes/Guardrails/options';
import { readRules } from '../../../nodes/Guardrails/rules';
import { nodeContext, type ContextOptions } from '../../support/nodeContext';

const judge = { input: 0, name: 'Judge', model: { invoke: () => Promise.resolve({ content: '' }) } };

function rulesOf(
  guardrails: Readonly<Record<string, unknown>>,
  { options = {}, models = [judge] }: { options?: object } & Pick<ContextOptions, 'models'> = {},
): Promise<readonly GuardrailRule[]> {
  const context = nodeContext({ parameters: { options }, models });
  const read = readOptions(context, 0);
  return readRules(guardrails, read, new Engines(context, 0, read));
}

const aJudge = expect.any(Judge);

describe('the rules', () => {
  it.each<[string, Record<string, unknown>, object[]]>([
    [
      'moderation',
      { moderation: { value: { strict: true, thresholds: { 'sexual/minors': 0.1, hate: 1 } } } },
      [
        {
          guardrail: 'moderation',
          strict: true,
          thresholds: { 'sexual/minors': 0.1, hate: 1 },
          builtIn: true,
          engines: [],
        },
      ],
    ],
    [
      'moderation as it is added',
      { moderation: { value: {} } },
      [{ guardrail: 'moderation', strict: false, thresholds: {}, builtIn: true, engines: [] }],
    ],
    [
      'common personal data',
      { pii: { value: { type: 'common', defaultRegion: 'DE', includePrivateIps: false } } },
      [
        {
          guardrail: 'pii',
          types: CORE_PII_TYPES,
          defaultRegion: 'DE',
          includePrivateIps: false,
          customEntities: [],
          patterns,
        },
      ],
    ],
    [
      'all personal data',
      { pii: { value: { type: 'all' } } },
      [{ guardrail: 'pii', types: PII_TYPES, includePrivateIps: true, customEntities: [], patterns }],
    ],
    [
      'selected personal data',
      { pii: { value: { type: 'selected', entities: ['iban', 'es_nif'], defaultRegion: '' } } },
      [
        {
          guardrail: 'pii',
          types: ['iban', 'es_nif'],
          includePrivateIps: true,
          customEntities: [],
          patterns,
        },
      ],
    ],
    [
      'patterns of one’s own, without personal data',
      { customRegex: { regex: [{ name: 'customer', value: '/CU-\\d+/i' }] } },
      [
        {
          guardrail: 'pii',
          types: [],
          customEntities: [{ name: 'customer', pattern: '/CU-\\d+/i' }],
          patterns,
        },
      ],
    ],
    [
      'secret keys',
      { secretKeys: { value: { permissiveness: 'strict' } } },
      [{ guardrail: 'secrets', sensitivity: 'strict' }],
    ],
    ['jailbreak', { jailbreak: { value: { threshold: 0.3 } } }, [{ guardrail: 'injection', threshold: 0.3 }]],
    [
      'jailbreak with a judge',
      { jailbreak: { value: { askModel: true } } },
      [{ guardrail: 'injection', threshold: 0.5, judge: aJudge, judgeThreshold: 0.5 }],
    ],
    ['keywords', { keywords: 'a, b' }, [{ guardrail: 'keywords', keywords: 'a, b' }]],
    [
      'URLs',
      { urls: { value: { allowedUrls: 'a.example', allowedSchemes: ['http'], blockUserinfo: false } } },
      [
        {
          guardrail: 'urls',
          allowedUrls: 'a.example',
          allowedSchemes: ['http'],
          blockUserinfo: false,
          allowSubdomains: true,
        },
      ],
    ],
    [
      'topical alignment',
      { topicalAlignment: { value: { scope: 'Bicycles' } } },
      [{ guardrail: 'topic', scope: 'Bicycles', threshold: 0.7, judge: aJudge }],
    ],
    [
      'rules in one’s own words',
      { custom: { guardrail: [{ name: 'Law', prompt: 'Legal advice', threshold: 0.9 }] } },
      [{ guardrail: 'custom', name: 'Law', prompt: 'Legal advice', threshold: 0.9, judge: aJudge }],
    ],
  ])('of %s', async (_what, guardrails, rules) => {
    expect(await rulesOf(guardrails)).toEqual(rules);
  });

  it('are as many as were added', async () => {
    const rules = await rulesOf({
      moderation: { value: {} },
      pii: { value: {} },
      customRegex: { regex: [{ name: 'a', value: 'b' }] },
      secretKeys: { value: {} },
      jailbreak: { value: {} },
      keywords: 'a',
      urls: { value: {} },
      topicalAlignment: { value: { scope: 'a' } },
      custom: {
        guardrail: [
          { name: 'a', prompt: 'b' },
          { name: 'c', prompt: 'd' },
        ],
      },
    });
    expect(rules.map(({ guardrail }) => guardrail)).toEqual([
      'moderation',
      'pii',
      'secrets',
      'injection',
      'keywords',
      'urls',
      'topic',
      'custom',
      'custom',
    ]);
  });

  it('ask whom the options name for moderation, and nobody else', async () => {
    const moderation = { value: {} };
    const [asked] = await rulesOf({ moderation }, { options: { moderateWith: ['chatModel'] } });
    expect(asked).toMatchObject({ builtIn: false, engines: [{ name: 'judge' }] });
    const [both] = await rulesOf({ moderation }, { options: { moderateWith: ['chatModel', 'builtIn'] } });
    expect(both).toMatchObject({ builtIn: true, engines: [{ name: 'judge' }] });
  });

  it('share one chat model', async () => {
    const rules = await rulesOf({
      jailbreak: { value: { askModel: true } },
      topicalAlignment: { value: { scope: 'a' } },
      custom: { guardrail: [{ name: 'a', prompt: 'b' }] },
    });
    const judges = new Set(rules.map((rule) => ('judge' in rule ? rule.judge : undefined)));
    expect(judges.size).toBe(1);
  });

  it.each<[string, Record<string, unknown>, object]>([
    ['jailbreak', { jailbreak: { value: { askModel: true } } }, {}],
    ['topical alignment', { topicalAlignment: { value: { scope: 'a' } } }, {}],
    ['rules in one’s own words', { custom: { guardrail: [{ name: 'a', prompt: 'b' }] } }, {}],
    ['moderation by it', { moderation: { value: {} } }, { moderateWith: ['chatModel'] }],
  ])('need a chat model for %s', async (_what, guardrails, options) => {
    await expect(rulesOf(guardrails, { options, models: [] })).rejects.toMatchObject({
      message: 'No chat model is connected',
      description: expect.stringContaining('"Chat Model"'),
    });
  });

  it('need no chat model that nothing asks', async () => {
    const options = { moderateWith: ['chatModel'] };
    expect(await rulesOf({ pii: { value: {} } }, { options, models: [] })).toHaveLength(1);
  });

  it('take thresholds for every category', async () => {
    const thresholds = Object.fromEntries(MODERATION_CATEGORIES.map((category) => [category, 0.25]));
    const [rule] = await rulesOf({ moderation: { value: { thresholds } } });
    expect(rule).toMatchObject({ thresholds });
  });
});
