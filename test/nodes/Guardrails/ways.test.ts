import { describe, expect, it } from '@jest/globals';
import { inputsExpression } from '../../../nodes/Guardrails/inputs';
import { numberOfOutputs, outputsExpression } from '../../../nodes/Guardrails/outputs';
import { evaluate } from '../../support/evaluate';

type Parameters = Readonly<Record<string, unknown>>;

const chatModel = { displayName: 'Chat Model', type: 'ai_languageModel', required: true, maxConnections: 1 };

const inputsFor = (given: Parameters) =>
  evaluate(inputsExpression, {
    $parameter: { operation: 'check', checksFrom: 'define', guardrails: {}, options: {}, ...given },
  });

const moderatedBy = (...moderateWith: string[]) => ({ options: { moderateWith } });

describe('the inputs', () => {
  it.each<[string, Parameters]>([
    ['moderation by a chat model', { guardrails: { moderation: {} }, ...moderatedBy('chatModel') }],
    ['moderation by it, too', { guardrails: { moderation: {} }, ...moderatedBy('builtIn', 'chatModel') }],
    ['a profile in the item that may ask for that', { checksFrom: 'item', ...moderatedBy('chatModel') }],
    ['a stored one', { checksFrom: 'stored', ...moderatedBy('chatModel') }],
    ['topical alignment', { guardrails: { topicalAlignment: { value: {} } } }],
    ['a rule of one’s own', { guardrails: { custom: { guardrail: [{ name: 'Custom Guardrail' }] } } }],
    ['jailbreak, if told to', { guardrails: { jailbreak: { value: { askModel: true } } } }],
  ])('have a chat model for %s', (_what, given) => {
    expect(inputsFor(given)).toEqual(['main', chatModel]);
  });

  it.each<[string, Parameters]>([
    ['no guardrail', {}],
    [
      'those that check by themselves',
      {
        guardrails: {
          moderation: {},
          pii: {},
          secretKeys: {},
          jailbreak: { value: {} },
          keywords: 'x',
          urls: {},
        },
      },
    ],
    ['jailbreak without it', { guardrails: { jailbreak: { value: { askModel: false } } } }],
    ['rules of one’s own that were all taken away', { guardrails: { custom: {} } }],
    ['moderation that was taken away', { guardrails: { pii: {} }, ...moderatedBy('chatModel') }],
    ['a moderation API', { guardrails: { moderation: {} }, ...moderatedBy('moderationApi') }],
    [
      'guardrails that were left behind when a profile was chosen',
      { checksFrom: 'item', guardrails: { topicalAlignment: {} } },
    ],
    ['a redaction', { operation: 'redact', guardrails: { custom: {} }, ...moderatedBy('chatModel') }],
    ['restoring', { operation: 'restore', ...moderatedBy('chatModel') }],
    ['nothing that the node knows', { guardrails: undefined, options: undefined, checksFrom: undefined }],
  ])('have none for %s', (_what, given) => {
    expect(inputsFor(given)).toEqual(['main']);
  });
});

const twoWays = [
  { type: 'main', displayName: 'Pass' },
  { type: 'main', displayName: 'Fail' },
];

const outputsFor = (operation: unknown) => evaluate(outputsExpression, { $parameter: { operation } });

describe('the outputs', () => {
  it('are two for a check', () => {
    expect(outputsFor('check')).toEqual(twoWays);
    expect(numberOfOutputs('check')).toBe(2);
  });

  it.each(['redact', 'restore'])('are one to %s', (operation) => {
    expect(outputsFor(operation)).toEqual(['main']);
    expect(numberOfOutputs(operation)).toBe(1);
  });

  it.each([undefined, null, '', 'audit', 7])('are two for what is no operation: %j', (operation) => {
    expect(outputsFor(operation)).toEqual(twoWays);
    expect(numberOfOutputs(operation)).toBe(2);
  });
});
